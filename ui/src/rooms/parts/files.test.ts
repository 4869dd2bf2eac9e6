import { screen, waitFor, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { go, open_house, open_meeting, open_person } from "../../../test/house";
import { fault } from "../../../dev/fake_house";

const files = () => within(screen.getByTestId("files"));

describe("files kept with a record", () => {
  it("are listed with name and size, and one is attached and taken back", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await files().findByText("Failover drill, November.pdf");
    expect(files().getByText(/^1\.8 MB · yesterday/)).toBeTruthy();
    await user.click(files().getByRole("button", { name: "Attach a file" }));
    expect(await files().findByText("Quarter in numbers.xlsx")).toBeTruthy();
    expect(door.called("attachment.add")).toEqual([{ record: "m1", kind: "one_on_one" }]);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(files().queryByText("Quarter in numbers.xlsx")).toBeNull());
  });
  it("are saved out under their own name, with one sentence on what that means", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    const save = await files().findByRole("button", { name: "Save a copy of Failover drill, November.pdf" });
    const hint = document.getElementById(save.getAttribute("aria-describedby")!);
    expect(hint?.textContent).toBe("A copy that you save out of the vault is not encrypted.");
    await user.click(save);
    await screen.findByText("Saved as Failover drill, November.pdf. This copy is not encrypted.");
    expect(door.called("attachment.save")).toEqual([{ id: "f1", name: "Failover drill, November.pdf" }]);
  });
  it("are removed with a way back", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    await user.click(await files().findByRole("button", { name: "Remove Failover drill, November.pdf" }));
    await screen.findByText("Failover drill, November.pdf removed.");
    await waitFor(() => expect(files().queryByText("Failover drill, November.pdf")).toBeNull());
    expect(door.called("attachment.remove")).toEqual([{ id: "f1" }]);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await files().findByText("Failover drill, November.pdf");
  });
  it("say what to do when one is too large, and nothing when the dialog was closed", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    door.answers["attachment.add"] = () => {
      throw fault("cancelled", "Stopped.");
    };
    const attach = await files().findByRole("button", { name: "Attach a file" });
    await user.click(attach);
    await waitFor(() => expect((attach as HTMLButtonElement).disabled).toBe(false));
    expect(screen.getByTestId("toasts").textContent!.trim()).toBe("");
    door.answers["attachment.add"] = () => {
      throw fault("refused", "The file is larger than 25 MB.", "Attach a smaller file.");
    };
    await user.click(attach);
    await screen.findByText("The file is larger than 25 MB. Attach a smaller file.");
  });
  it("are attached by dropping them, as many as there are, and taken back together", async () => {
    const { user, door } = await open_house();
    await open_meeting(user);
    door.house.tell({ kind: "dropped", files: 2 });
    await screen.findByText("2 files attached. The originals stay where they were.");
    expect(door.house.hold.files.filter((file) => file.record === "m1")).toHaveLength(4);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(door.house.hold.files.filter((file) => file.record === "m1")).toHaveLength(2));
  });
  it("are not attached to what lies behind a sheet, nor where nothing takes them", async () => {
    const { user, door } = await open_house();
    door.house.tell({ kind: "dropped", files: 1 });
    await screen.findByText(/^Nothing was attached/);
    await open_meeting(user);
    await user.keyboard("{Delete}");
    await screen.findByTestId("remove-one-on-one");
    door.house.tell({ kind: "dropped", files: 1 });
    await waitFor(() => expect(screen.getAllByText(/^Nothing was attached/)).toHaveLength(2));
    expect(door.called("attachment.add")).toEqual([]);
  });
  it("hang on a note, and the note says how many", async () => {
    const { user, door } = await open_house();
    await go(user, "f", "folder");
    const first = () => within(screen.getAllByTestId("note")[0]!);
    await screen.findAllByTestId("note");
    expect(first().getByText("1 file")).toBeTruthy();
    await user.click(first().getByRole("button", { name: "Edit" }));
    await files().findByText("Thanks from Sam.txt");
    await user.click(files().getByRole("button", { name: "Attach a file" }));
    expect(await first().findByText("2 files")).toBeTruthy();
    expect(door.called("attachment.add")).toEqual([{ record: "n1", kind: "note" }]);
  });
  it.each([
    ["a person, on the private ground", "person", "maya"],
    ["a goal", "goal", "g1"],
    ["a review draft", "review", "r1"],
  ])("hang on %s", async (_, kind, record) => {
    const { user, door } = await open_house();
    if (kind === "person") {
      await open_person(user, "Maya Okafor");
      await user.click(screen.getByRole("tab", { name: "About" }));
      expect(screen.getByTestId("files").classList.contains("private")).toBe(true);
    } else {
      await go(user, kind[0]!, `${kind}s`);
      const row = kind === "goal" ? /^Regional failover/ : /^Maya Okafor Draft/;
      await user.click(await screen.findByRole("button", { name: row }));
    }
    await screen.findByTestId("files");
    await user.click(files().getByRole("button", { name: "Attach a file" }));
    await files().findByText("Quarter in numbers.xlsx");
    expect(door.called("attachment.add")).toEqual([{ record, kind }]);
  });
});
