// The interface over the fake vault, for looking at it in a browser: `npm run dev`.
// ?state=none|locked|damaged|open  ?empty  choose where it starts.
import { mount } from "svelte";
import { carry_with } from "../src/door/door";
import Window from "../src/frame/Window.svelte";
import { set_clock } from "../src/kit/clock";
import "../src/tokens/base.css";
import { FakeDoor, type FakeOptions } from "./fake_door";
import { NOW } from "./people";

const asked = new URLSearchParams(location.search);
set_clock(NOW);
carry_with(
  new FakeDoor({
    state: (asked.get("state") ?? "open") as NonNullable<FakeOptions["state"]>,
    empty: asked.has("empty"),
  }),
);
mount(Window, { target: document.getElementById("window")! });
