/** An order's, ticket's or device's number, drawn so that it can be read aloud; one piece when copied. */
export function Reference({ number, href }: { number: string; href?: string }) {
  const text = <span className="reference">{number}</span>;
  return href ? <a href={href}>{text}</a> : text;
}
