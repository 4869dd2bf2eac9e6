import { screen, waitFor, within } from "@testing-library/svelte";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { FakeDoor } from "../../../../dev/fake_door";
import { open_house, open_person, type Opened } from "../../../../test/house";
import type { CareerPage, GoalLine } from "../../../door/calls";
import { parts_of_plan } from "./plan";
import { said_by_kind } from "./wishes";
import { words } from "./words";

const on = (user: UserEvent) => user.keyboard("{Control>}{Enter}{/Control}");
const part = (kind: string) => screen.getByTestId(`wishes-${kind}`);
const sheet = async (testid: string) => within(await screen.findByTestId(testid));
const gone = (testid: string) => waitFor(() => expect(screen.queryByTestId(testid)).toBeNull());

async function open_career(name = "Maya Okafor"): Promise<Opened> {
  const opened = await open_house();
  await open_person(opened.user, name);
  screen.getByRole("tab", { name: /Fuzzy folder/ }).focus();
  await opened.user.keyboard("{ArrowRight}{ArrowRight}");
  await within(await screen.findByTestId("career")).findAllByRole("button");
  return opened;
}

describe("what somebody wishes for", () => {
  it("holds one wording at a time for a year, and all that was said in the last talk of the rest", () => {
    const wish = (id: string, kind: "one_year" | "interest", on: string) => ({
      ...{
        id,
        kind,
        on,
        text: id,
        unknown: false,
        why: "",
        first_hand: false,
        expected_on: null,
        may_plan: false,
      },
    });
    const said = said_by_kind([
      wish("a", "one_year", "2026-11-03"),
      wish("b", "one_year", "2026-11-03"),
      wish("c", "interest", "2026-11-03"),
      wish("d", "interest", "2026-11-03"),
      wish("e", "interest", "2026-01-08"),
    ]);
    const ids = (kind: string) => {
      const { now, earlier } = said.find((one) => one.kind === kind)!;
      return [now, earlier].map((wishes) => wishes.map((one) => one.id).join(""));
    };
    expect([ids("one_year"), ids("interest"), ids("like")]).toEqual([
      ["a", "b"],
      ["cd", "e"],
      ["", ""],
    ]);
  });
  it("stands with its day, what was said before below it, on the private ground", async () => {
    await open_career();
    const year = part("one_year");
    expect(year.textContent).toMatch(/Lead the failover project.*3 Nov/s);
    expect(within(year).getByTestId("earlier").textContent).toMatch(/Be on call alone.*14 Oct 2025/s);
    expect(year.closest(".private")).toBeTruthy();
    expect(part("three_years").textContent).toContain(words.unknown);
    expect(part("like").textContent).toContain(words.nothing);
    const [known, guessed] = within(part("dislike")).getAllByTestId("wish");
    expect([known!.textContent, guessed!.textContent]).toEqual([
      expect.stringContaining(words.first_hand),
      expect.stringContaining(words.assumed),
    ]);
  });
  it("says only its day while somebody looks on", async () => {
    const { user } = await open_career();
    await user.keyboard("{F8}");
    await waitFor(() => expect(screen.queryByRole("button", { name: /^Ask again/ })).toBeTruthy());
    const texts = [/Lead the failover/, /chasing dates/, /Storage architect/, /Inés Corrado/];
    for (const text of texts) expect(screen.getByText(text).closest("[hidden]")).toBeTruthy();
    expect(screen.getByRole("button", { name: "In one year, said 3 Nov, covered" })).toBeTruthy();
  });
  it("is asked question by question; not to know is an answer, and a question may be left out", async () => {
    const { user, door } = await open_career("Sam Nakai");
    expect(screen.getByText(words.none_text)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: words.begin }));
    const form = await sheet("wish-sheet");
    expect(document.activeElement).toBe(form.getByLabelText(words.question.one_year("Sam")));
    await on(user);
    expect(form.getByText(words.text_missing)).toBeTruthy();
    await user.keyboard("Know storage as well as Maya");
    await on(user);
    const three = await form.findByLabelText(words.question.three_years("Sam"));
    await waitFor(() => expect(document.activeElement).toBe(three));
    await user.click(form.getByRole("checkbox", { name: words.unknown_tick }));
    await on(user);
    await form.findByText(words.step(3, 8));
    await user.click(form.getByRole("button", { name: words.skip }));
    expect((await form.findByLabelText(words.question.interest("Sam"))).textContent).toBe("");
    await user.keyboard("{Escape}");
    await gone("wish-sheet");
    expect(door.called("career.save_wish")).toEqual([
      { person: "sam", kind: "one_year", text: "Know storage as well as Maya", unknown: false },
      { person: "sam", kind: "three_years", text: "", unknown: true },
    ]);
    expect(part("one_year").textContent).toMatch(/Know storage.*19 Nov/s);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(await screen.findByText(words.none_title("Sam"))).toBeTruthy();
    expect(screen.queryByText(/Know storage/)).toBeNull();
  });
  it("asks a dislike for the reason, and whether they know it", async () => {
    const { user, door } = await open_career();
    await user.click(within(part("dislike")).getByRole("button", { name: /^Write down a new one/ }));
    const form = await sheet("wish-sheet");
    await user.keyboard("Sales");
    await on(user);
    expect(form.getByText(words.why_missing)).toBeTruthy();
    expect(form.getByText(words.known_missing)).toBeTruthy();
    expect(door.called("career.save_wish")).toEqual([]);
    await user.type(form.getByLabelText(words.why_label), "Travels every week");
    await user.click(form.getByRole("radio", { name: words.known_assumed }));
    await on(user);
    await gone("wish-sheet");
    expect(door.called("career.save_wish")).toEqual([
      {
        ...{ person: "maya", kind: "dislike", text: "Sales", unknown: false },
        ...{ why: "Travels every week", first_hand: false },
      },
    ]);
    await waitFor(() => expect(part("dislike").textContent).toContain("Sales"));
    expect(within(within(part("dislike")).getByTestId("earlier")).getAllByTestId("wish")).toHaveLength(2);
  });
  it("a dislike that they do not know yet asks for nothing else", async () => {
    const { user, door } = await open_career();
    await user.click(within(part("dislike")).getByRole("button", { name: /^Write down a new one/ }));
    const form = await sheet("wish-sheet");
    await user.click(form.getByRole("checkbox", { name: words.unknown_tick }));
    expect(form.queryByLabelText(words.why_label)).toBeNull();
    await on(user);
    await gone("wish-sheet");
    expect(door.called("career.save_wish")[0]).not.toHaveProperty("first_hand");
  });
  it("is changed with its day kept, and taken away with a way back", async () => {
    const { user, door } = await open_career();
    await user.click(screen.getByRole("button", { name: "Change: In one year, said 14 Oct 2025" }));
    const form = await sheet("wish-sheet");
    expect(form.getByText(words.keeps_day("14 Oct 2025"))).toBeTruthy();
    await user.keyboard("{Control>}a{/Control}Be on call alone");
    await on(user);
    await gone("wish-sheet");
    expect(door.called("career.save_wish")[0]).toMatchObject({ id: "w2", text: "Be on call alone" });
    await waitFor(() =>
      expect(within(part("one_year")).getByTestId("earlier").textContent).toMatch(/alone.*14 Oct 2025/s),
    );
    await user.click(screen.getByRole("button", { name: "Remove: In one year, said 3 Nov" }));
    await waitFor(() => expect(part("one_year").textContent).not.toContain("failover"));
    await user.click(screen.getAllByRole("button", { name: "Undo" }).at(-1)!);
    await waitFor(() => expect(part("one_year").textContent).toContain("failover"));
    expect(part("one_year").textContent).toContain("alone");
  });
  it("is walked and changed without a pointer", async () => {
    const { user } = await open_career();
    (document.activeElement as HTMLElement).blur();
    await user.keyboard("jjj{Enter}");
    const form = await sheet("wish-sheet");
    expect(form.getByLabelText<HTMLTextAreaElement>(words.question.one_year("Maya")).value).toMatch(/^Be on/);
  });
  it("may be the next role, with its month; it is for planning only where they allow it", async () => {
    const { user, door } = await open_career();
    const role = () => part("next_role").textContent;
    expect(role()).toMatch(/Lead of the storage platform.*expected October 2027.*not for planning/s);
    expect([...screen.getByTestId("career").querySelectorAll("h3")][0]!.textContent).toBe("Next role");
    await user.click(within(part("next_role")).getByRole("button", { name: /^Write down a new one/ }));
    const form = await sheet("wish-sheet");
    await user.keyboard("Architect");
    const allow = form.getByRole<HTMLInputElement>("checkbox", { name: words.allow("Maya") });
    expect(allow.checked).toBe(false);
    expect(form.getByText(words.allow_means("Maya"))).toBeTruthy();
    await user.click(allow);
    await on(user);
    await gone("wish-sheet");
    const said = { person: "maya", kind: "next_role", text: "Architect", unknown: false };
    expect(door.called("career.save_wish")).toEqual([{ ...said, expected_on: null, may_plan: true }]);
    await waitFor(() => expect(role()).toMatch(/Architect.*may be planned with.*Lead of the storage/s));
    await user.click(within(part("next_role")).getAllByRole("button", { name: /^Change/ })[0]!);
    const again = await sheet("wish-sheet");
    await user.click(again.getByRole("checkbox", { name: words.unknown_tick }));
    expect(again.queryByRole("checkbox", { name: words.allow("Maya") })).toBeNull();
    await on(user);
    await gone("wish-sheet");
    expect(door.called("career.save_wish")[1]).toMatchObject({ may_plan: false, expected_on: null });
  });
  it("stays in the form when the door refuses it", async () => {
    const { user, door } = await open_career();
    door.answers["career.save_wish"] = () => {
      throw { kind: "refused", rule: null, sentence: "That is too long.", next: "Make it shorter." };
    };
    await user.click(within(part("like")).getByRole("button", { name: /^Write it down/ }));
    await user.keyboard("Teaching");
    await on(user);
    expect((await sheet("wish-sheet")).getByRole("alert").textContent).toContain("That is too long.");
  });
});

describe("a role that is tried out", () => {
  it("has a next step until something came of it", async () => {
    const { user, door } = await open_career();
    const add = () => screen.getByRole("button", { name: words.tryout_add });
    await user.click(add());
    const form = await sheet("tryout-sheet");
    await user.keyboard("Release manager");
    await on(user);
    expect(form.getByText(words.next_missing)).toBeTruthy();
    await user.type(form.getByLabelText(words.next_step), "Shadow one release");
    await user.type(form.getByLabelText(words.contact), "Elif");
    await on(user);
    await gone("tryout-sheet");
    expect(door.called("career.save_exploration")).toEqual([
      {
        ...{ person: "maya", role: "Release manager", why: "", outcome: "" },
        ...{ next_step: "Shadow one release", contact: "Elif" },
      },
    ]);
    await waitFor(() => expect(screen.getAllByTestId("tryout")).toHaveLength(3));
    const [newest, , ended] = screen.getAllByTestId("tryout");
    expect(newest!.textContent).toMatch(/Release manager.*going on.*Shadow one release/s);
    expect(ended!.textContent).toMatch(/Speaker.*ended.*Once a year is right/s);
  });
  it("is changed, and taken away with a way back", async () => {
    const { user, door } = await open_career();
    await user.click(screen.getByRole("button", { name: "Change: Storage architect" }));
    const form = await sheet("tryout-sheet");
    await user.type(form.getByLabelText(words.outcome), "Fits.");
    await on(user);
    await gone("tryout-sheet");
    expect(door.called("career.save_exploration")[0]).toMatchObject({ id: "x1", outcome: "Fits." });
    await user.click(screen.getByRole("button", { name: "Remove: Storage architect" }));
    await waitFor(() => expect(screen.getAllByTestId("tryout")).toHaveLength(1));
    await user.click(screen.getAllByRole("button", { name: "Undo" }).at(-1)!);
    await waitFor(() => expect(screen.getAllByTestId("tryout")).toHaveLength(2));
  });
});

describe("the plan as a file", () => {
  const save = () => screen.getByRole("button", { name: words.plan_save });
  const open_sheet = async (user: UserEvent) => {
    await user.click(save());
    return sheet("plan-export");
  };
  it("is saved after a look at what goes into it, on the paper of last time", async () => {
    const { user, door } = await open_career();
    let form = await open_sheet(user);
    expect(form.getAllByRole("listitem").map((line) => line.textContent)).toEqual([
      words.plan_goals(1),
      words.plan_said("in one year"),
      words.plan_tryouts(2),
    ]);
    expect(door.called("career.export_plan")).toEqual([]);
    // The focus is on Save: Enter alone is enough.
    await user.keyboard("{Enter}");
    await gone("plan-export");
    expect(await screen.findByText("Saved as Development plan of Maya Okafor.pdf.")).toBeTruthy();
    form = await open_sheet(user);
    await user.click(form.getByRole("radio", { name: "US Letter" }));
    await user.click(form.getByRole("button", { name: words.plan_do }));
    await gone("plan-export");
    form = await open_sheet(user);
    expect(form.getByRole<HTMLInputElement>("radio", { name: "US Letter" }).checked).toBe(true);
    expect(door.called("career.export_plan")).toEqual([
      { person: "maya", size: "a4" },
      { person: "maya", size: "letter" },
    ]);
  });
  it("says in words why it was not saved, and says nothing where the file was not chosen", async () => {
    const { user, door } = await open_career();
    const answers = [
      { kind: "cancelled", rule: null, sentence: "Stopped.", next: null },
      { kind: "machine", rule: null, sentence: "The disk is full.", next: "Free some space." },
    ];
    door.answers["career.export_plan"] = () => {
      throw answers.shift()!;
    };
    const form = await open_sheet(user);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(answers).toHaveLength(1));
    expect(form.queryByRole("alert")).toBeNull();
    await user.click(form.getByRole("button", { name: words.plan_do }));
    expect((await form.findByRole("alert")).textContent).toMatch(/The disk is full.*Free some space/s);
  });
  it("is not there while it would be without a word", async () => {
    const { user } = await open_career("Sam Nakai");
    expect(screen.queryByRole("button", { name: words.plan_save })).toBeNull();
    await user.click(screen.getByRole("button", { name: words.tryout_add }));
    await sheet("tryout-sheet");
    await user.keyboard("Release manager");
    await user.type(screen.getByLabelText(words.next_step), "Shadow one release");
    await on(user);
    expect(await screen.findByRole("button", { name: words.plan_save })).toBeTruthy();
  });
  it("holds growth goals that are open, and no answer that is not known", () => {
    const { answers } = new FakeDoor();
    const career = answers["career.get"]({ person: "maya" }) as CareerPage;
    const goals = answers["goal.list"]({ person: "maya" }) as GoalLine[];
    const as = (state: GoalLine["state"], is_growth: boolean) =>
      goals.map((goal) => ({ ...goal, state, is_growth }));
    const none = { wishes: [], explorations: [] };
    expect(parts_of_plan(none, as("active", true))).toEqual([words.plan_goals(2)]);
    expect(parts_of_plan(none, as("active", false))).toEqual([]);
    expect(parts_of_plan(none, as("achieved", true))).toEqual([]);
    // What they said earlier is no plan of today.
    const wishes = career.wishes.map((wish) => (wish.id === "w1" ? { ...wish, text: "" } : wish));
    expect(parts_of_plan({ wishes, explorations: [] }, [])).toEqual([]);
  });
  it("is saved by its command from any tab, which says what is missing where there is nothing", async () => {
    const { user, door } = await open_house();
    const command = async () => {
      await user.keyboard("{Control>}k{/Control}save the plan");
      await screen.findByRole("option", { name: new RegExp(words.plan_save) });
      await user.keyboard("{Enter}");
    };
    await open_person(user, "Maya Okafor");
    await command();
    await sheet("plan-export");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(door.called("career.export_plan")).toHaveLength(1));
    await open_person(user, "Sam Nakai");
    await command();
    expect(await screen.findByText(words.plan_waits)).toBeTruthy();
    expect(screen.queryByTestId("plan-export")).toBeNull();
  });
});
