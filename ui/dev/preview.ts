// The interface over the fake vault, for looking at it in a browser: `npm run dev`.
// ?state=none|locked|damaged|open  ?empty  ?crowd  ?keychain  ?demo  ?theme=light|dark  choose where it starts;
// ?mail=one|many|thousands|none|known|unread chooses what lies in the mail that is brought in;
// ?talked=shared|talking|many|after|second|accepted|closed says how far the discussion of the first review has come;
// ?capture asks for a quick note, as the key of the desktop does;
// ?changed answers that a signed file was changed; ?exporting stays in the middle of writing the reviews of a cycle;
// ?unwritable keeps a calendar file that can no longer be written;
// ?fail=NAME,NAME makes those calls fail, ?slow=NAME,NAME never answers them.
import { mount } from "svelte";
import { carry_with, type Name } from "../src/door/door";
import Window from "../src/frame/Window.svelte";
import { set_clock } from "../src/kit/clock";
import "../src/tokens/base.css";
import { FakeDoor, type FakeOptions } from "./fake_door";
import { fault } from "./fake_house";
import { NOW } from "./people";
import { talk_about, type Talked } from "./talked";

const asked = new URLSearchParams(location.search);
const named = (key: string) => (asked.get(key)?.split(",") ?? []) as Name[];
const door = new FakeDoor({
  state: (asked.get("state") ?? "open") as NonNullable<FakeOptions["state"]>,
  empty: asked.has("empty"),
  crowd: asked.has("crowd"),
  keychain: asked.has("keychain"),
});
const theme = asked.get("theme");
if (theme === "light" || theme === "dark") door.house.settings.theme = theme;
door.house.status.demo = asked.has("demo");
door.house.mail = (asked.get("mail") ?? "many") as typeof door.house.mail;
if (asked.has("unwritable")) {
  const trouble = "The calendar file could not be written: its folder is gone.";
  const place = "/disk/dana/Documents/Calendars of the live services team/shared/1-1s.ics";
  door.answers["calendar.kept"] = () => ({ place, names: false, trouble });
}
if (asked.has("changed")) {
  const verify = door.answers["review.verify"];
  door.answers["review.verify"] = async (args, job) => {
    const file = await verify(args, job);
    const signatures = file.signatures.map((one, n) => ({ ...one, is_right: n > 0 }));
    return { ...file, signatures, is_whole: false };
  };
}
if (asked.has("exporting")) {
  door.answers["review.export_cycle"] = (_, job) => {
    const sentence = "Writing the reviews";
    if (job) door.house.tell({ kind: "progress", job, done: 2, total: 5, sentence });
    return new Promise(() => undefined);
  };
}
for (const name of named("fail")) {
  const fail = () => {
    throw fault("machine", "The disk is full.", "Free some space and try again.");
  };
  Object.assign(door.answers, { [name]: fail });
}
for (const name of named("slow")) Object.assign(door.answers, { [name]: () => new Promise(() => undefined) });

if (asked.has("talked")) talk_about(door.house, asked.get("talked") as Talked);

set_clock(NOW);
carry_with(door);
mount(Window, { target: document.getElementById("window")! });
if (asked.has("capture")) setTimeout(() => door.house.tell({ kind: "capture" }), 300);
