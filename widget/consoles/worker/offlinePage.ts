const words = {
  en: {
    title: "No connection",
    text: "The console cannot be reached just now. What you had typed is kept on this device, and goes on as soon as you are back.",
    hint: "This page opens the console by itself once there is a connection.",
    again: "Try again",
  },
  fr: {
    title: "Pas de connexion",
    text: "La console est inaccessible pour l’instant. Ce que vous aviez écrit est conservé sur cet appareil et reprendra dès votre retour.",
    hint: "Cette page ouvrira la console d’elle-même dès que la connexion sera rétablie.",
    again: "Réessayer",
  },
};

/** What stands in for the console while there is no network. */
export function offlinePage(address: string, language = navigator.language): Response {
  const tag = (new URL(address).searchParams.get("lang") ?? language).startsWith("fr") ? "fr" : "en";
  const { title, text, hint, again } = words[tag];
  const html = `<!doctype html>
<html lang="${tag}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
  body { display: grid; place-content: center; min-height: 100dvh; margin: 0; padding: 24px; box-sizing: border-box; font: 16px/1.5 system-ui, sans-serif; text-align: center }
  main { max-width: 320px }
  h1 { font-size: 20px }
  a { display: inline-block; min-height: 44px; line-height: 44px; padding: 0 24px; border: 1px solid; border-radius: 8px; color: inherit; text-decoration: none }
  small { display: block; margin-top: 16px }
</style>
<main><h1>${title}</h1><p>${text}</p><a href="">${again}</a><small>${hint}</small></main>
<script>
  // A program that was restarted makes no event, and the browser's comes before its own lines are back.
  const back = () => fetch("/health/live").then(() => location.reload(), () => {});
  addEventListener("online", back);
  setInterval(back, 3000);
</script>
</html>`;
  return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" } });
}
