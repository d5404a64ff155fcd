// Warns before the session ends, in every open tab, and lets the person stay signed in.

const WARNING = 300;

export function watchSession(scope) {
  scope.querySelectorAll("[data-module='app-session']").forEach((element) => new SessionWatch(element));
}

class SessionWatch {
  constructor(element) {
    this.seconds = Number(element.dataset.seconds);
    this.warning = Math.min(WARNING, this.seconds / 2);
    this.stayUrl = element.dataset.stayUrl || window.location.href;
    this.dialog = element.querySelector("dialog");
    this.remaining = element.querySelector("[data-remaining]");
    this.button = element.querySelector("[data-stay]");
    this.ended = false;
    this.channel = "BroadcastChannel" in window ? new BroadcastChannel("portal-session") : null;
    this.button.addEventListener("click", () => this.stay());
    this.dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.stay();
    });
    if (this.channel) this.channel.onmessage = () => this.alive();
    document.addEventListener("portal:alive", () => this.tell());
    document.addEventListener("htmx:afterOnLoad", (event) => {
      if (!event.detail.elt.closest("[data-by-itself]")) this.tell(); // what a page asks by itself keeps no session alive
    });
    this.tell();
    setInterval(() => this.look(), 1000);
  }

  tell() {
    if (this.channel) this.channel.postMessage("alive");
    this.alive();
  }

  alive() {
    this.until = Date.now() + this.seconds * 1000;
    if (this.dialog.open && !this.ended) this.dialog.close();
  }

  look() {
    const left = Math.ceil((this.until - Date.now()) / 1000);
    if (this.ended || left > this.warning) return;
    if (left <= 0) {
      this.end();
      return;
    }
    const words = left > 60 ? `${Math.ceil(left / 60)} minutes` : "1 minute";
    if (this.remaining.textContent !== words) this.remaining.textContent = words;
    if (!this.dialog.open) this.dialog.showModal();
  }

  end() {
    this.ended = true;
    this.dialog.querySelector("h2").textContent = "You have been signed out";
    this.dialog.querySelector("p").textContent = "Everything that was saved is kept. Sign in again to go on from here.";
    this.button.textContent = "Sign in again";
    if (!this.dialog.open) this.dialog.showModal();
  }

  async stay() {
    if (this.ended) {
      window.location.reload();
      return;
    }
    try {
      const answer = await fetch(this.stayUrl, { credentials: "same-origin", redirect: "manual" });
      if (answer.ok) this.tell();
      else this.end();
    } catch {
      this.remaining.textContent = "no connection and little time";
    }
  }
}
