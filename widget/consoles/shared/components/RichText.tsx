import { linked } from "../store/links";

export function RichText({ text }: { text: string }) {
  return (
    <>
      {linked(text).map((piece) =>
        typeof piece === "string" ? (
          piece
        ) : (
          <a href={piece.href} target="_blank" rel="ugc nofollow noopener noreferrer">
            {piece.href}
          </a>
        ),
      )}
    </>
  );
}
