/** The package ships no types. */
declare module 'email-providers' {
  /** Domains of public mail providers, in lower case. */
  const domains: readonly string[];
  export default domains;
}
