// The files of the preview. There is no dialog: the same two files are chosen, and the same place.
import { now } from "../src/kit/clock";
import type { Answers } from "./fake_door";
import type { FakeHouse } from "./fake_house";

const CHOSEN = [
  { name: "Quarter in numbers.xlsx", bytes: 48_700 },
  { name: "Photo of the whiteboard.jpg", bytes: 3_420_000 },
];

export function file_answers(house: FakeHouse): Partial<Answers> {
  let chosen = 0;
  const count_again = () => {
    for (const note of house.hold.notes)
      note.files = house.hold.files.filter((file) => file.record === note.id).length;
  };
  return {
    "attachment.add": ({ record }) => {
      const id = house.id("f");
      house.deed("attachment.add", "File attached", () => {
        house.hold.files.push({
          ...CHOSEN[chosen++ % CHOSEN.length]!,
          ...{ id, record, added_at: now().toISOString() },
        });
        count_again();
      });
      return house.made(id);
    },
    "attachment.list": ({ record }) =>
      house.hold.files.filter((file) => file.record === record).map(({ record: _, ...file }) => file),
    "attachment.save": ({ name }) => ({ file: name ?? "copy" }),
    "attachment.remove": ({ id }) => {
      house.deed("attachment.remove", "Attached file removed", () => {
        house.hold.files = house.hold.files.filter((file) => file.id !== id);
        count_again();
      });
      return house.saved();
    },
  };
}
