const paths = {
  sound: "M4 9v6h4l5 4V5L8 9H4Zm12.5-.5a5 5 0 0 1 0 7M19 6a8.5 8.5 0 0 1 0 12",
  silent: "M4 9v6h4l5 4V5L8 9H4Zm13 1 4 4m0-4-4 4",
  bell: "M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15L6 16Zm4 4.5h4",
  help: "M9.2 9.2a2.8 2.8 0 1 1 3.9 2.6c-.8.4-1.1.9-1.1 1.9m0 3v.1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
  leave: "M10 4H5v16h5M14 8l4 4-4 4m4-4H9",
  back: "M15 5l-7 7 7 7",
  panel: "M4 5h16v14H4V5Zm10 0v14",
  fold: "M6 9l6 6 6-6",
  close: "M6 6l12 12M18 6 6 18",
  flag: "M6 21V4h11l-2 4 2 4H6",
  down: "M12 5v14m-6-6 6 6 6-6",
};

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
