// What the shop tells the widget: the product on the page, and to open when somebody presses a button of the shop's own.
(() => {
  const widget = (window.CommunityWidget = window.CommunityWidget || []);
  const product = document.querySelector("[data-product]");
  if (product) {
    const { product: id, name, topic, image } = product.dataset;
    widget.push(["setContext", { topic, product: { id, name, url: location.origin + location.pathname, image: new URL(image, location.href).href } }]);
  }
  for (const button of document.querySelectorAll("[data-ask]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.CommunityWidget.push(["open"]));
  }
})();
