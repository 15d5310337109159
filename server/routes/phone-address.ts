/** A ticket's id is 22 letters; what is far longer is none. */
const longest = 100;

/**
 * The address of a phone's page as the page is served: whoever comes by a link that a messenger has cut short, lengthened or encoded amiss sees the
 * page, which says that it knows no such ticket, and not a problem document.
 * @param url as it was asked for, with its query
 */
export function phoneAddress(url: string): string {
	const asked = /^\/t\/([^?]*)/.exec(url)?.[1];
	if (asked === undefined) return url;
	const id = asked.replace(/\/+$/, "");
	return id.length <= longest && isPlain(id) ? `/t/${id}` : `/t/${unknownTicket}`;
}

const unknownTicket = "-";

function isPlain(id: string): boolean {
	return /^[A-Za-z0-9_-]+$/.test(id);
}
