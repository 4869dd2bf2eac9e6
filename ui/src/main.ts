import { mount } from "svelte";
import Window from "./frame/Window.svelte";
import "./tokens/base.css";

mount(Window, { target: document.getElementById("window")! });
