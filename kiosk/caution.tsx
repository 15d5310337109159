import "./caution.css";
import { Info } from "lucide";
import type { Procedure } from "../protocol/procedures.ts";
import { Icon } from "../ui/icon.tsx";
import { inLanguage } from "../words/language.ts";
import { plainDate } from "../words/numbers.ts";
import { office } from "./office.ts";
import { aboutProcedures, language, words } from "./store.ts";

/** Always in sight where procedures are shown: that the catalogue is a sample, and of what day the data is. */
export function Caution({ asOf }: { asOf?: Procedure["asOf"] }) {
	const catalogue = office.value?.catalogue;
	if (catalogue === undefined) return null;
	return (
		<p class="caution">
			<Icon node={Info} />
			<span>
				{inLanguage(catalogue.caution, language.value)}{" "}
				<strong>{dayOf(asOf, catalogue.asOf)}</strong>
			</span>
		</p>
	);
}

/** Of one procedure its own day, of a list the newest there is. */
function dayOf(asOf: Procedure["asOf"] | undefined, newest: string): string {
	if (asOf === null) return words.value.dataOfUnknown;
	const day = aboutProcedures.value.dataOf(plainDate(asOf?.date ?? newest));
	return asOf?.note ? `${day} (${asOf.note})` : day;
}
