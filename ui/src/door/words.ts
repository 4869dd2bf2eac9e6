export const words = {
  broken: "That did not work.",
  broken_next: "Try again; if it happens twice, lock the vault and open it again.",
};
