import { screen, waitFor } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { in_room, open_house, open_person } from "../../../test/house";
import type { ReviewLine, ReviewNext, ReviewState } from "../../door/calls";
import { next_for_me } from "./review_row";
import { words } from "./review_words";
import { words as person } from "./words";

const DAY = "2026-11-30";
const line = (
  state: ReviewState,
  next: Partial<ReviewNext>,
  [praise, constructive]: [number, number] = [0, 0],
): ReviewLine => ({
  ...{ id: "r1", person: "maya", person_name: "Maya Okafor", cycle: "2026", words: 0, state },
  balance: {
    ...{ praise, constructive, percent: null, verdict: "nothing" },
    ...{ missing_praise: 0, missing_constructive: 0 },
  },
  next: { step: "draft", by: null, is_late: false, talk_at: null, ...next },
});
const next = (own: boolean, ...review: Parameters<typeof line>) =>
  next_for_me(line(...review), "Maya", own, DAY).text;

describe("what is next for a review", () => {
  it("is said with its day where one was set, and in words where none was", () => {
    expect(next(false, "draft", { by: "2026-12-04" })).toBe("Share by 4 Dec");
    expect(next(false, "draft", {})).toBe("Write it, then share it");
    expect(next(false, "draft", { step: "self_review" })).toBe("Ask Maya for the self review");
    expect(next(false, "shared", { step: "time_to_read" })).toBe("Plan the talk with Maya");
    expect(next(false, "reading", { step: "time_to_read", talk_at: "2026-12-03T10:00" })).toBe(
      "Talk on Thu 10:00",
    );
  });
  it("looks past the talk once it was held, whatever day was set for it", () => {
    const held: Partial<ReviewNext> = { step: "discussion", by: "2026-11-27", is_late: true };
    expect(next(false, "discussed", held)).toBe("Ask Maya to accept it");
    expect(next(false, "accepted", held)).toBe("Close it, then both sign");
    expect(next(false, "follow_up", { ...held, talk_at: "2026-12-01T10:00" })).toBe("Talk tomorrow 10:00");
    expect(next(false, "closed", { step: "signed" })).toBe("See that both have signed");
  });
  it("is something else for one’s own", () => {
    expect(next(true, "draft", { step: "self_review" })).toBe("Write your self review");
    expect(next(true, "draft", { by: "2026-12-04" })).toBe("Your own review comes by 4 Dec");
    expect(next(true, "shared", { step: "time_to_read" })).toBe("Read it before you talk");
  });
  it("has words for every state, none of them empty", () => {
    const said = [...Object.values(words.next).map((say) => say("Maya")), ...Object.values(words.own_next)];
    expect(said).toHaveLength(20);
    expect(said.every((text) => text.trim() !== "")).toBe(true);
  });
});

describe("the reviews of somebody", () => {
  const all = [
    line("draft", { by: "2026-12-04" }, [7, 4]),
    { ...line("closed", { step: "signed" }, [5, 0]), id: "r0", cycle: "2025" },
    { ...line("draft", { step: "self_review", by: "2026-11-13", is_late: true }), id: "r2", cycle: "2024" },
  ];
  async function open_reviews() {
    const opened = await open_house();
    opened.door.answers["review.list"] = () => all;
    await open_person(opened.user, "Maya Okafor");
    await opened.user.click(await screen.findByRole("tab", { name: new RegExp(`^${person.tab.reviews}`) }));
    await screen.findByRole("button", { name: /^Review of 2026/ });
    const rows = () =>
      screen
        .getAllByRole("button", { name: /^Review of/ })
        .map((row) => row.textContent?.replace(/\s+/g, " ").trim());
    return { ...opened, rows };
  }
  it("say how far each is, what is next, and its points", async () => {
    const { rows } = await open_reviews();
    expect(rows()).toEqual([
      "Review of 2026 Draft Share by 4 Dec 7 praise, 4 to improve",
      "Review of 2025 Closed See that both have signed 5 praise, 0 to improve",
      "Review of 2024 Self review Was due on 13 Nov no points yet",
    ]);
    const bars = [...document.querySelectorAll<HTMLElement>("[role=tabpanel] .bar")].map((bar) =>
      [...bar.children].map((part) => [part.classList[0], (part as HTMLElement).style.flexGrow]),
    );
    expect(bars).toEqual([
      [
        ["praise", "7"],
        ["improve", "4"],
      ],
      [["praise", "5"]],
    ]);
  });
  it("open with Enter", async () => {
    const { user } = await open_reviews();
    screen.getByRole("button", { name: /^Review of 2026/ }).focus();
    await user.keyboard("{Enter}");
    await in_room("review");
  });
  it("keep their points to oneself while somebody looks on", async () => {
    const { user, rows } = await open_reviews();
    await user.keyboard("{F8}");
    await waitFor(() => expect(rows()[0]).toBe("Review of 2026 Draft Share by 4 Dec"));
  });
});
