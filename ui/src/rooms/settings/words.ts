import { count as counted } from "../../kit/say";

const n = (count: number, one: string, many: string) => counted(count, one, many);

export const words = {
  reminders_title: "Reminders",
  reminders: "Remind me around my 1:1s and talks",
  reminders_text:
    "What to read before, what is late, notes that are not out yet, and the days around a talk. While two of you talk, nothing is shown.",
  reminders_name: "Name people in reminders",
  reminders_name_text: "Reminders appear outside this window, where others may look on.",
  quiet: "Quiet hours",
  quiet_text: "What becomes due meanwhile is said afterwards. The same time twice: never quiet.",
  quiet_from: "Quiet from",
  quiet_until: "Quiet until",
  title: "Settings",

  screen: "This screen",
  theme: "Light or dark",
  themes: { system: "As the system", light: "Light", dark: "Dark" },

  presenting: "Presenting",
  presenting_text:
    "For a shared screen: covers your margins, notes, drafts and private finds until you ask for one. It hides them; it does not protect them.",

  lock_after: "Lock by itself after",
  lock_after_hint: "Counted from the last key or click.",
  minutes: (count: number) => n(count, "minute", "minutes"),
  saved: "Settings saved.",

  ways_in: "Ways in",
  passphrase_title: "Passphrase",
  passphrase_text: "What you type to open the vault. The recovery kit stays as it is.",
  change_passphrase: "Change the passphrase",
  old_passphrase: "The passphrase now",
  new_passphrase: "The new one",
  new_hint: "At least 12 characters. Three or four unrelated words are good.",
  again: "The new one once more",
  differ: "The two new passphrases differ. Type the second one again.",
  too_short: "The new passphrase needs at least 12 characters. Another word helps most.",
  old_missing: "Type the passphrase you use now.",
  forgot_it: "I forgot it, use the recovery kit",
  know_it: "Use the passphrase",
  kit_code: "Recovery code",
  kit_hint: "The groups of your kit. Dashes and spaces do not matter.",
  kit_missing: "Type the groups of your kit.",
  change: "Change it",
  changed: "From now on the new passphrase opens this vault.",
  passphrase_changed: "The passphrase is changed",
  offer_keys:
    "Your recovery kit still works as before. Did somebody perhaps see the old passphrase or the kit? Then make new keys as well: a new kit takes the place of the old one.",
  offer_keys_more:
    "Without new keys, whoever kept an old copy of the vault and knows the old passphrase could still come to its key. Copies and backups from before open as they did, either way.",
  done: "Done",
  show_again: "Show the code again",

  kit_title: "Recovery kit",
  new_kit: "Make a new recovery kit",
  new_kit_text:
    "Opens the vault without the passphrase. With a new one the old one stops working, and the vault gets new keys, which can take a moment.",
  passphrase: "Passphrase",
  make_kit: "Make it",
  making_kit: "Making new keys",
  kit_text: "The new recovery code. Print it or write it down now; it is shown only once.",
  kit_kept: "I have it in a safe place",
  confirm_text: "Type two groups back from your copy.",
  group: (number: number) => `Group ${number}`,
  confirm: "Use the new kit",
  wrong_group: "One of the groups is not as it stands in the kit. Compare them letter by letter.",
  kit_done: "The new recovery kit is in use. Destroy the old one.",

  keychain: "Open with this laptop’s keychain",
  keychain_hint:
    "Convenient, and a little weaker: whoever can use your session can open the vault without the passphrase.",
  keychain_on: "The keychain can open the vault now.",
  keychain_off: "Only the passphrase and the kit open the vault now.",

  safe: "Backups and health",
  backup_title: "A backup to keep elsewhere",
  backup: "Back up to a file",
  backup_text: "One encrypted file. The same passphrase and kit open it.",
  backing_up: "Writing the backup",
  backed_up: (file: string, records: number) => `Backed up ${n(records, "record", "records")} to ${file}.`,
  last_backup: (when: string) => `The newest backup is from ${when}.`,
  check_title: "Health",
  check: "Check the vault",
  check_text: "Reads every record and compares it with the history.",
  checking: "Checking",
  check_fine: (records: number, changes: number) =>
    `All is well: ${n(records, "record", "records")}, ${n(changes, "change", "changes")}.`,
  check_backups: (count: number) => `${n(count, "backup", "backups")} at hand.`,
  repair_title: "Damage",
  repair: "Repair the vault",
  repair_text: "Builds it anew from the newest backup and the journal. The damaged file is kept beside it.",
  repairing: "Repairing",
  repaired: "The vault is whole again.",

  open_formats: "In and out",
  export_title: "A readable copy",
  export: "Export everything",
  export_text:
    "Markdown and JSON files in a folder you choose. They are readable by anybody, so choose the place well.",
  export_without: "Leave out where notes came from",
  export_without_text: "Who said it and the original words are not written into the copy.",
  exporting: "Exporting",
  exported: (files: number, records: number, without: boolean) =>
    `${n(files, "file", "files")} with ${n(records, "record", "records")} exported${
      without ? ", without where notes came from" : ""
    }.`,
  import_title: "A copy from before",
  import: "Import an export",
  import_text: "Reads the folder of an export back. What is there already is left as it is.",
  importing: "Importing",
  imported: (added: number, changed: number) => `${n(added, "record", "records")} added, ${changed} changed.`,

  demo_title: "Trying it out",
  demo_text: "Fills this vault with a made-up year. It is offered only while nobody is in it.",
  demo_fill: "Fill with invented people",
  demo_filling: "Inventing",
  demo_filled: (people: number) => `${n(people, "invented person", "invented people")} added.`,

  history_title: "What you changed",
  history_text: "Every change, with a way back.",
  show_history: "Show recent changes",
  help: "Help",
  keys_title: "Keyboard",
  keys_text: "Every command has a key.",
  show_keys: "Show the keys",
  where: (folder: string) => `This vault lies in ${folder}.`,
  cancel: "Cancel",
};
