// A form with data-autosave="<address>" is sent there while it is being filled in, without its files.
// Nothing is kept in the browser: what cannot be saved stays on the page, and the page says so.

const PAUSE = 1500;

export function autosave(scope) {
  scope.querySelectorAll("form[data-autosave]").forEach((form) => new Autosave(form));
}

class Autosave {
  constructor(form) {
    this.form = form;
    this.timer = null;
    this.waiting = false;
    this.sending = false;
    this.prompts = form.querySelector("[data-prompts]");
    this.status = form.querySelector("[data-autosave-status]") || this.addStatus();
    form.addEventListener("input", () => this.later());
    form.addEventListener("change", () => this.later());
    form.addEventListener("submit", () => this.stop());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden" && this.waiting) this.send(true);
    });
    window.addEventListener("online", () => this.waiting && this.send(false));
  }

  addStatus() {
    const line = document.createElement("p");
    line.className = "app-saved";
    line.setAttribute("role", "status");
    this.form.append(line);
    return line;
  }

  say(words, failed) {
    this.status.textContent = words;
    this.status.classList.toggle("app-saved--failed", failed);
  }

  later() {
    this.waiting = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(false), PAUSE);
  }

  stop() {
    this.waiting = false;
    clearTimeout(this.timer);
  }

  answers() {
    const answers = new URLSearchParams();
    new FormData(this.form).forEach((value, name) => {
      if (typeof value === "string") answers.append(name, value);
    });
    return answers;
  }

  async send(leaving) {
    if (this.sending && !leaving) {
      this.later();
      return;
    }
    this.stop();
    this.sending = true;
    try {
      const answer = await fetch(this.form.dataset.autosave, {
        method: "POST",
        body: this.answers(),
        headers: { "X-Autosave": "true" },
        credentials: "same-origin",
        redirect: "manual",
        keepalive: leaving,
      });
      await this.heard(answer);
    } catch {
      this.waiting = true;
      this.say("Not saved yet. Check your connection: what you have typed is still on this page.", true);
    } finally {
      this.sending = false;
    }
  }

  // What the page is to send next time of what it keeps hidden: how the texts stand now.
  keep(hidden) {
    Object.entries(hidden).forEach(([name, value]) => {
      const input = this.form.querySelector(`input[type=hidden][name="${CSS.escape(name)}"]`);
      if (input) input.value = value;
    });
  }

  async heard(answer) {
    let refused;
    if (answer.ok) {
      const told = await answer.json();
      if (this.prompts) showPrompts(this.prompts, told.prompts || []);
      this.keep(told.keep || {});
      document.dispatchEvent(new CustomEvent("portal:alive"));
      this.say(`Saved at ${clockTime(new Date())}${told.say ? `. ${told.say}` : ""}`, false);
    } else if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
      this.say("Not saved: you are signed out. Sign in again in another tab; what you have typed is still on this page.", true);
    } else if (answer.status === 409 && (refused = (await answer.json()).say)) {
      this.say(`Not saved. ${refused} What you have typed is still on this page.`, true);
    } else {
      this.waiting = true;
      this.say("Not saved. We will try again when you type; what you have typed is still on this page.", true);
    }
  }
}

// What could still be said, as the server found it. The region is read out only when its words change.
function showPrompts(region, prompts) {
  const list = region.querySelector("ul");
  const before = [...list.children].map((line) => line.textContent).join("\n");
  if (before === prompts.map((one) => one.text).join("\n")) return;
  list.replaceChildren(...prompts.map((one) => {
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.className = "govuk-link";
    link.href = one.href;
    link.textContent = one.text;
    line.append(link);
    return line;
  }));
  region.querySelector("[data-prompts-shown]").hidden = prompts.length === 0;
}

function clockTime(now) {
  const minutes = String(now.getMinutes()).padStart(2, "0");
  return `${now.getHours() % 12 || 12}:${minutes}${now.getHours() < 12 ? "am" : "pm"}`;
}
