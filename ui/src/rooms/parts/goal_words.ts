/** How a goal is looked at from time to time. */
export const words = {
  looked: "Looked at today",
  looked_at: (title: string) => `Looked at today: ${title}`,
  last_looked: (day: string) => `last looked at ${day}`,
  looked_today: "looked at today",
  kept: (title: string) => `${title}: looked at today.`,
};
