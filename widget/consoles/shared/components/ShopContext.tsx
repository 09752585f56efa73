import type { PageContext, ProductContext } from "../../../wire/contracts";
import { webAddress } from "../store/links";
import { Picture } from "./Picture";
import { useSession } from "./session";

/** Where a question comes from and what it is about, as far as the shop told. */
export function ShopContext({ page, product }: { page: PageContext | null; product: ProductContext | null }) {
  // On a product's own page, the product says it all.
  const elsewhere = !product?.url || webAddress(product.url)?.href !== webAddress(page?.url)?.href;
  const pageTitle = elsewhere ? page?.title || webAddress(page?.url)?.pathname : null;
  if (!pageTitle && !product?.name) return null;
  return (
    <div class="shop">
      {product?.name && <Picture name={product.name} image={product.image} />}
      <div class="shop-words">
        {product?.name && <Outward href={product.url} text={product.name} strong />}
        {pageTitle && pageTitle !== product?.name && <Outward href={page?.url ?? null} text={pageTitle} />}
      </div>
    </div>
  );
}

export function Outward({ href, text, strong }: { href: string | null; text: string; strong?: boolean }) {
  const { t } = useSession();
  const Tag = strong ? "strong" : "span";
  const url = webAddress(href);
  if (!url) return <Tag dir="auto">{text}</Tag>;
  return (
    <a href={url.href} target="_blank" rel="noopener noreferrer">
      <Tag dir="auto">{text}</Tag>
      <span class="unseen"> ({t.opensInNewTab})</span>
    </a>
  );
}
