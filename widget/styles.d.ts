/** A style sheet imported from a script is its minified text. */
declare module "*.css" {
  const text: string;
  export default text;
}

/** In tests: the sheet as it was written. */
declare module "*.css?raw" {
  const text: string;
  export default text;
}
