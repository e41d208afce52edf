// Moving a block of the week: arrow keys or the mouse put a ghost where it might go, Enter or
// letting go asks what that would do, Escape leaves it. Nothing changes until the move is made.
// Without scripts the block's own page has a form for the same.
"use strict";
(() => {
  const QUARTER = 15;
  const NEAR = 5; // pixels a pointer travels before it drags
  const board = () => document.querySelector("[data-plan-board]");
  const tray = () => document.querySelector("[data-tray]");
  let ghost = null; // { block, node, day, start }
  let drag = null; // { block, x, y, grab, isMoving }
  let returnTo = ""; // the block's move, to find it again after the page was renewed
  let wentTo = null; // { day, start } it was asked to go to

  const say = (words) => {
    const region = document.querySelector("[data-board-says]");
    if (region) region.textContent = words;
  };
  const number = (node, name) => Number(node.dataset[name]);
  const blockOf = (node) => node?.closest?.("[data-plan-board] [data-move]");
  const columns = () => [...board().querySelectorAll(".week__day[data-day]")];
  const columnOf = (day) => columns().find((each) => number(each, "day") === day);

  const minuteOf = (slot) => number(board(), "first") + slot * number(board(), "slotMinutes");
  const timeOf = (slot) => {
    const minute = minuteOf(slot);
    return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  };
  const clamped = (start, slots) => {
    const step = number(board(), "slotMinutes");
    const first = Math.max(0, Math.ceil((number(board(), "from") * 60 - number(board(), "first")) / step));
    const until = Math.floor((number(board(), "until") * 60 - number(board(), "first")) / step);
    const last = Math.min(number(board(), "slots"), until) - slots;
    return Math.max(first, Math.min(last, start));
  };

  const drop = () => {
    ghost?.node.remove();
    ghost?.block.removeAttribute("data-moving");
    ghost = null;
  };

  const put = (block, day, start) => {
    const column = columnOf(day)?.querySelector(".week__column");
    if (!column) return;
    const slots = number(block, "slots");
    const at = clamped(start, slots);
    const row = (minuteOf(at) - number(board(), "from") * 60) / QUARTER + 1;
    const span = Math.max(1, Math.ceil((slots * number(board(), "slotMinutes")) / QUARTER));
    if (ghost?.block !== block) drop();
    const node = ghost?.node || document.createElement("li");
    node.setAttribute("aria-hidden", "true");
    node.className = `block block--ghost lane-1-1 from-${row} span-${span}`;
    node.textContent = `${timeOf(at)} ${block.querySelector(".block__title").textContent}`;
    if (node.parentElement !== column) column.append(node);
    block.dataset.moving = "yes";
    ghost = { block, node, day, start: at };
    node.scrollIntoView({ block: "nearest", inline: "nearest" });
    say(`${columnOf(day).dataset.dayLabel}, ${timeOf(at)}. ${board().dataset.ask}`);
  };

  const ask = () => {
    const { block, day, start } = ghost;
    if (day === number(block, "day") && start === number(block, "start")) return leave();
    returnTo = block.dataset.move;
    wentTo = { day, start };
    const url = `${board().dataset.trial}?${block.dataset.move}&to_day=${day}&to_start=${start}`;
    say(board().dataset.trying);
    window.htmx.ajax("GET", url, { target: "#trial", swap: "innerHTML" });
  };

  const leave = () => {
    const block = ghost?.block;
    drop();
    tray()?.replaceChildren();
    if (board()) say(board().dataset.left);
    const again = block?.isConnected ? block : document.querySelector(`[data-move="${returnTo}"]`);
    again?.querySelector("a")?.focus();
  };

  // A step to the next or last open day; closed days are passed over.
  const nextDay = (day, step) => {
    const open = columns().filter((each) => !("closed" in each.dataset)).map((each) => number(each, "day"));
    return open[Math.min(open.length - 1, Math.max(0, open.indexOf(day) + step))] ?? day;
  };

  const STEPS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !board()) return;
    if (event.key === "Escape" && (ghost || tray()?.childElementCount)) {
      event.preventDefault();
      leave();
      return;
    }
    const block = blockOf(event.target);
    if (!block) return;
    const step = STEPS[event.key];
    if (step) {
      const from = ghost?.block === block ? ghost : { day: number(block, "day"), start: number(block, "start") };
      put(block, step[0] ? nextDay(from.day, step[0]) : from.day, from.start + step[1]);
    } else if (event.key === "Enter" && ghost?.block === block) ask();
    else return;
    event.preventDefault();
  });

  document.addEventListener("pointerdown", (event) => {
    const block = event.pointerType === "touch" || event.button ? null : blockOf(event.target);
    if (!block) return;
    const grab = event.clientY - block.getBoundingClientRect().top;
    drag = { block, x: event.clientX, y: event.clientY, grab, isMoving: false };
  });
  document.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const far = Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > NEAR;
    if (!drag.isMoving && !far) return;
    drag.isMoving = true;
    board().classList.add("plan-board--dragging");
    const over = columns().find((each) => {
      const box = each.getBoundingClientRect();
      return box.left <= event.clientX && event.clientX < box.right;
    });
    const list = over?.querySelector(".week__column");
    if (!list || "closed" in over.dataset) return;
    const height = list.getBoundingClientRect().height;
    const hours = number(board(), "until") - number(board(), "from");
    const minute = ((event.clientY - drag.grab - list.getBoundingClientRect().top) / height) * hours * 60;
    const from = number(board(), "from") * 60 - number(board(), "first");
    put(drag.block, number(over, "day"), Math.round((from + minute) / number(board(), "slotMinutes")));
  });
  const release = (isLeft) => {
    const moved = drag?.isMoving;
    drag = null;
    board()?.classList.remove("plan-board--dragging");
    if (!moved || !ghost) return;
    // The click that ends a drag would open the block.
    window.addEventListener("click", (event) => event.preventDefault(), { capture: true, once: true });
    setTimeout(() => window.dispatchEvent(new Event("homeward:dropped")), 0);
    if (isLeft) leave();
    else ask();
  };
  document.addEventListener("pointerup", () => release(false));
  document.addEventListener("pointercancel", () => release(true));

  document.addEventListener("click", (event) => {
    const away = event.target.closest("[data-tray] [data-leave]");
    if (!away) return;
    event.preventDefault();
    leave();
  });

  // The block of what was moved: where it went, else where it was left; a talk that went to the
  // hour of others stands in one block with them.
  const found = (move) => {
    const name = move.get("group") || move.get("client");
    const all = [...document.querySelectorAll("[data-plan-board] [data-block]")].filter((each) => {
      const own = new URLSearchParams(each.dataset.move || "");
      return (own.get("group") || own.get("client")) === name || each.dataset.holds?.split(" ").includes(name);
    });
    const on = (day) => all.filter((each) => number(each, "day") === Number(day));
    const covers = (each, start) =>
      number(each, "start") <= start && start < number(each, "start") + number(each, "slots");
    const there = (day, start) => on(day).find((each) => covers(each, Number(start)));
    return (wentTo && there(wentTo.day, wentTo.start)) || there(move.get("day"), move.get("start")) || all[0];
  };

  document.addEventListener("htmx:afterSettle", (event) => {
    const place = event.detail.target?.id;
    if (place === "trial") {
      const action = tray().querySelector("button.button--primary") || tray().querySelector("[data-trial-title]");
      action?.focus({ preventScroll: true });
      say(tray().querySelector(".tag")?.textContent || "");
    } else if (event.target.id === "main" || place === "main") {
      ghost = null;
      const moved = returnTo && board() && found(new URLSearchParams(returnTo));
      (moved?.querySelector("a") || (returnTo && board()))?.focus();
      returnTo = "";
      wentTo = null;
    }
  });

  const arrive = () => {
    for (const hint of document.querySelectorAll("[data-scripted]")) hint.hidden = !board();
  };
  document.addEventListener("DOMContentLoaded", arrive);
  document.addEventListener("htmx:afterSettle", arrive);
})();
