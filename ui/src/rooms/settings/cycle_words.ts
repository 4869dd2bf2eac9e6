/** The year that notes, goals and reviews are looked at in. */
export const words = {
  title: "Your year",
  month: "A year begins in",
  month_text: "Notes, goals and reviews are counted in years of your company: from this month on.",
};
