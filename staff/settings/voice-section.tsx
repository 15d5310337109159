import { language } from "../../ui/language.ts";
import { settingsWords } from "../../words/settings.ts";
import { voiceWords } from "../../words/voice.ts";
import { placeOf, searchOf } from "../address.ts";
import { ChoiceLine, choicesOf, SomeOf } from "./chosen-fields.tsx";
import { usePlace } from "./form.ts";
import { ItemList } from "./item-list.tsx";
import { textIn } from "./json.ts";
import { NumberLine, TimeLine } from "./typed-fields.tsx";

export function Voice() {
	const { choices } = settingsWords[language.value];
	const { label } = usePlace(["voice", "quietHours"]);
	return (
		<>
			<SomeOf
				path={["voice", "languages"]}
				optional={false}
				choices={choicesOf(choices["voice/languages"])}
				usual={["vi"]}
			/>
			<div class="side-by-side">
				<ChoiceLine
					path={["voice", "region"]}
					optional
					choices={choices["voice/region"] ?? {}}
					usual="north"
				/>
				<NumberLine path={["voice", "volume"]} optional usual={80} />
			</div>
			<p>
				<a href={location.pathname + searchOf({ ...placeOf(location.search), page: "voice" })}>
					{voiceWords[language.value].title}
				</a>
			</p>
			<h3>{label}</h3>
			<ItemList
				path={["voice", "quietHours"]}
				ordered={false}
				fresh={() => ({ from: "11:30", to: "13:30" })}
				brief={(item) => `${textIn(item, "from")}–${textIn(item, "to")}`}
			>
				{(path) => (
					<div class="side-by-side">
						<TimeLine path={[...path, "from"]} optional={false} />
						<TimeLine path={[...path, "to"]} optional={false} />
					</div>
				)}
			</ItemList>
		</>
	);
}
