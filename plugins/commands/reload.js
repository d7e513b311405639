// Sent by the preview only. Reloads the page once the site was built anew; listens only while the page is looked at,
// because a browser keeps few connections to one site open.
"use strict";
const shown = new URL(document.currentScript.src).search.slice(1);
let events;
function listen() {
  events?.close();
  if (document.hidden) return;
  events = new EventSource("/.preview/events");
  events.onmessage = ({ data }) => {
    if (data !== shown) location.reload();
  };
}
document.addEventListener("visibilitychange", listen);
listen();
