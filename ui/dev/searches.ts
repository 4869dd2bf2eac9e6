// The searches that the fake vault keeps by name.
import type { SavedSearchLine } from "../src/door/calls";
import type { Answers } from "./fake_door";
import { fault, type FakeHouse, type Holdings } from "./fake_house";

type WithSearches = Holdings & { searches?: SavedSearchLine[] };

const kept_in = (house: FakeHouse): SavedSearchLine[] => ((house.hold as WithSearches).searches ??= []);

export function search_answers(house: FakeHouse): Partial<Answers> {
  const put = (searches: SavedSearchLine[]) => ((house.hold as WithSearches).searches = searches);
  return {
    "search.saved": () => [...kept_in(house)].sort((a, b) => a.name.localeCompare(b.name)),
    "search.save": ({ id: given, name: typed, asked }) => {
      const name = typed.trim();
      if (name === "")
        throw fault("refused", "A kept search needs a name.", "Say in a few words what it finds.");
      if (kept_in(house).some((one) => one.name === name && one.id !== given)) {
        const next = "Choose another name, or change that one.";
        throw fault("refused", "There is a kept search of this name.", next);
      }
      const id = given ?? house.id("s");
      house.deed("search.save", `Search ${name} kept`, () => {
        put([...kept_in(house).filter((one) => one.id !== id), { id, name, asked }]);
      });
      return house.made(id);
    },
    "search.remove_saved": ({ id }) => {
      house.deed("search.remove_saved", "Kept search removed", () => {
        put(kept_in(house).filter((one) => one.id !== id));
      });
      return house.saved();
    },
  };
}
