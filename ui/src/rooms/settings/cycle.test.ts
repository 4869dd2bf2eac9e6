import { screen, waitFor } from "@testing-library/svelte";
import { expect, it } from "vitest";
import { open_house } from "../../../test/house";
import { words } from "./cycle_words";

it("the month in which a year begins is kept, and outlives what is set after it", async () => {
  const { user, door } = await open_house();
  await user.keyboard("{Control>},{/Control}");
  const month = await screen.findByLabelText<HTMLSelectElement>(words.month);
  expect(month.selectedOptions[0]!.textContent).toBe("January");
  await user.selectOptions(month, "April");
  await waitFor(() => expect(door.house.settings.cycle_month).toBe(4));
  await user.click(screen.getByRole("radio", { name: "Dark" }));
  await waitFor(() => expect(door.house.settings.theme).toBe("dark"));
  expect(door.house.settings.cycle_month).toBe(4);
  expect(month.value).toBe("4");
});
