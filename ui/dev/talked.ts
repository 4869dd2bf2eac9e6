// The review of Maya as the two talk about it, for the preview and the tests.
import type { ReviewPage } from "../src/door/calls";
import type { FakeHouse } from "./fake_house";
import { NO_TIMES } from "./review_rules";
import { review_with } from "./reviews";

/** How far it has come. */
export type Talked = "shared" | "talking" | "many" | "after" | "second" | "accepted" | "closed";

const times = {
  ...{ ...NO_TIMES, shared_at: "2026-11-17T12:00", talk_from: "2026-11-18T12:00" },
  planned_at: "2026-11-19T08:00",
};
const held_at = "2026-11-18T14:00";
const second_from = "2026-11-20T09:00";

export function talk_about(house: FakeHouse, how: Talked = "talking"): ReviewPage {
  const review = review_with(house, "r1");
  const mark = (id: string, change: Partial<ReviewPage["points"][number]>) => {
    const point = review.points.find((one) => one.id === id);
    if (point) Object.assign(point, change);
  };
  review.text = "";
  review.versions = [{ id: "v11", number: 1, made_at: "2026-11-17T12:00", reason: "shared", signatures: [] }];
  Object.assign(review, { state: "reading", times });
  mark("p9", { is_touchy: true });
  if (how === "shared") return review;
  Object.assign(review, { state: "discussed", times: { ...times, held_at, second_from } });
  for (const id of ["p2", "p3", "p4"]) mark(id, { is_agreed: true });
  mark("p5", { disagreement: "Two of the weekends were lost to the vendor, not to the plan." });
  mark("p6", { is_parked: true });
  if (how === "talking") return review;
  if (how === "many") {
    for (const id of ["p7", "p8"]) mark(id, { disagreement: "I see that otherwise." });
    return review;
  }
  for (const point of review.points)
    if (!point.disagreement && point.id !== "p6") mark(point.id, { is_agreed: true });
  if (how === "after") return review;
  if (how === "second") {
    Object.assign(review, {
      state: "follow_up",
      times: { ...review.times, second_wanted_by: "employee", second_at: "2026-11-20T10:00" },
    });
    return review;
  }
  mark("p6", { is_parked: false, is_agreed: true });
  Object.assign(review, {
    state: "accepted_with_disagreement",
    times: { ...review.times, accepted_at: "2026-11-18T15:00" },
  });
  if (how === "accepted") return review;
  review.versions.unshift({
    ...{ id: "v12", number: 2, made_at: "2026-11-19T08:00", reason: "final", signatures: [] },
  });
  Object.assign(review, { state: "closed", times: { ...review.times, closed_at: "2026-11-19T08:00" } });
  return review;
}
