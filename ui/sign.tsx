import type { ServiceSign } from "../protocol/office.ts";
import { signDrawings } from "../words/sign-drawings.ts";
import { Icon } from "./icon.tsx";

/** A sign as an icon: it says nothing to screen readers, since it always stands with a word. */
export function Sign({ sign }: { sign: ServiceSign }) {
	return <Icon node={signDrawings[sign]} />;
}
