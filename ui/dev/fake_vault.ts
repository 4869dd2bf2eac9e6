// The fake vault's own calls: making, opening, locking, and what takes a while.
import type { Args } from "../src/door/door";
import { fault, type FakeHouse } from "./fake_house";
import type { Answers } from "./fake_door";
import { people } from "./people";

export const GROUPS = ["K7QM", "4XRT", "9WBD", "HN3F", "ZC8P", "2LVJ", "RT6A", "M5XE", "9JGX"];
const kit = () => ({ vault: "v1", groups: GROUPS, ask: [1, 5] as [number, number], made_on: "2026-11-19" });

export function vault_answers(house: FakeHouse): Partial<Answers> {
  const unlocked = () => {
    house.status.state = "open";
    return { owner: "Dana Kessler", findings: [] };
  };
  const long = async (job: string | undefined, steps: string[]) => {
    for (const [done, sentence] of steps.entries()) {
      if (job) house.tell({ kind: "progress", job, done, total: steps.length, sentence });
      await new Promise((resolve) => setTimeout(resolve, 150));
      if (job && house_stops.has(job)) throw fault("cancelled", "Stopped.");
    }
  };
  const house_stops = new Set<string>();
  return {
    "vault.status": () => house.status,
    "vault.create": () => kit(),
    "vault.confirm_kit": unlocked,
    "vault.save_kit": ({ format }) => ({ file: `Inglenook recovery kit.${format}` }),
    "vault.unlock": (args: Args<"vault.unlock">) => {
      if (house.status.state === "damaged") {
        if (!args.accept_loss)
          throw fault("damaged", house.status.reason ?? "", "A newer backup may have them.");
        return {
          ...unlocked(),
          findings: [{ severity: "lost", sentence: "3 changes since 18 November are lost.", next: null }],
        };
      }
      if (args.keychain || args.kit || args.passphrase === house.passphrase) return unlocked();
      throw fault(
        "refused",
        "That passphrase does not open this vault.",
        "Check the keyboard layout and try again.",
      );
    },
    "vault.hand_over": () => ({ durable: true }),
    "vault.left_over": () => [],
    "vault.forget_left_over": () => ({}),
    "vault.lock": () => {
      house.status.state = "locked";
      house.tell({ kind: "locked", because: "request" });
      return {};
    },
    "vault.restore": async (_args, job) => {
      await long(job, ["Reading the backup", "Checking every record"]);
      house.status.state = "locked";
      return { records: 1204, changes: 5310 };
    },
    "vault.backup": async (_args, job) => {
      await long(job, ["Copying the records", "Checking the copy"]);
      house.backup_age = 0;
      return { file: "Inglenook 2026-11-19.inglenook", records: 1204, changes: 5310 };
    },
    "vault.check": async (_args, job) => {
      await long(job, ["Checking the pages", "Walking the history", "Comparing every record"]);
      return {
        findings: [],
        records: 1204,
        changes: 5310,
        backups: 3,
        newest_backup: "2026-11-16T09:00:00Z",
        broken: false,
      };
    },
    "vault.change_passphrase": ({ old, kit: code, new: fresh }) => {
      if (code !== undefined && code.replaceAll(/[^0-9A-Za-z]/g, "") !== GROUPS.join(""))
        throw fault("refused", "This is not the code of your kit.");
      if (code === undefined && old !== house.passphrase)
        throw fault("refused", "The passphrase you typed is not the one in use.");
      house.passphrase = fresh;
      return { findings: [] };
    },
    "vault.rotate": () => kit(),
    "vault.confirm_rotation": () => ({ findings: [] }),
    "vault.keychain": ({ on }) => {
      house.status.keychain = on;
      return { keychain: on };
    },
    "portable.export": async (_args, job) => {
      await long(job, ["Writing people", "Writing 1:1s"]);
      return { records: 1204, files: 318 };
    },
    "portable.import": () => ({ added: 12, changed: 0, unchanged: 3, deed: null }),
    "demo.fill": () => {
      house.deed(
        "demo.fill",
        "Filled with invented people",
        () => (house.hold.people = structuredClone(people)),
      );
      return { people: house.hold.people.length - 1 };
    },
    "app.cancel": ({ job }) => {
      house_stops.add(job);
      return {};
    },
  };
}
