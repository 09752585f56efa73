/** A style sheet imported from a script is its minified text. */
declare module "*.css" {
  const text: string;
  export default text;
}
