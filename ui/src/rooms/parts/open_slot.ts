// Opening a time of a series: the 1:1 that stands for it is made if need be, and gone to.
import type { Slot } from "../../door/calls";
import { call } from "../../door/door";
import { attempt } from "./attempt";
import type { Ways } from "../ways";

export async function open_slot(slot: Slot, ways: Ways): Promise<void> {
  await attempt(async () => {
    const { id } = await call("pair.open_slot", { pair: slot.pair, slot: slot.starts });
    ways.go({ room: "one_on_one", id });
  });
}
