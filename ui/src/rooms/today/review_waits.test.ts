import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { in_room, open_house } from "../../../test/house";
import type { ReviewLine, ReviewNext } from "../../door/calls";
import { waits_for } from "../parts/review_next";

const line = (person_name: string, next: Partial<ReviewNext>): ReviewLine => ({
  ...{ id: "r1", person: person_name.toLowerCase(), person_name, cycle: "2026", words: 0, state: "draft" },
  balance: {
    praise: 0,
    constructive: 0,
    percent: null,
    verdict: "nothing",
    missing_praise: 0,
    missing_constructive: 0,
  },
  next: { step: "draft", by: null, is_late: false, talk_at: null, ...next },
});
const DAY = "2026-11-30";

describe("what a review waits for", () => {
  it.each<[string, ReviewLine, boolean]>([
    ["Share the review of Maya by 7 Dec", line("Maya", { by: "2026-12-07" }), false],
    ["Share the review of Maya today", line("Maya", { by: DAY }), false],
    [
      "The self review of Sam was due on 25 Nov",
      line("Sam", { step: "self_review", by: "2026-11-25", is_late: true }),
      false,
    ],
    [
      "Talk with Elif about the review, Thu 10:00",
      line("Elif", { step: "time_to_read", talk_at: "2026-12-03T10:00" }),
      false,
    ],
    ["Hand in your self review by tomorrow", line("Dana", { step: "self_review", by: "2026-12-01" }), true],
  ])("%s", (text, review, own) => {
    expect(waits_for(review, DAY, own).text).toBe(text);
  });
  it("is late once the day is over, and a talk leads", () => {
    const late = line("Sam", { step: "time_to_read", by: "2026-11-25", is_late: true });
    expect(waits_for(late, DAY, false).late).toBe(true);
    const planned = { ...late, next: { ...late.next, talk_at: "2026-12-03T10:00" } };
    expect(waits_for(planned, DAY, false).late).toBe(false);
  });
});

describe("reviews of today", () => {
  async function open_with(reviews: ReviewLine[]) {
    const opened = await open_house();
    const before = await opened.door.answers["today.get"]({});
    opened.door.answers["today.get"] = () => ({ ...before, reviews });
    opened.door.house.tell({ kind: "changed", seq: 1 });
    return opened;
  }
  const six = ["A", "B", "C", "D", "E", "F"].map((name) => ({
    ...line(name, { by: "2026-12-04" }),
    id: `x${name}`,
  }));
  it("stand in a short list, and the rest one step away", async () => {
    const { user } = await open_with(six);
    await screen.findByText("Share the review of A by 4 Dec");
    const list = within(screen.getByTestId("review-waits"));
    expect(list.getAllByRole("listitem")).toHaveLength(4);
    await user.click(list.getByRole("button", { name: "2 more" }));
    await in_room("reviews");
  });
  it("open with Enter", async () => {
    const { user } = await open_with([{ ...six[0]!, id: "r1" }]);
    const row = await screen.findByRole("button", { name: "Share the review of A by 4 Dec" });
    row.focus();
    await user.keyboard("{Enter}");
    await in_room("review");
  });
  it("are not there while none waits", async () => {
    await open_with([]);
    await waitFor(() => expect(screen.queryByTestId("review-waits")).toBeNull());
  });
});
