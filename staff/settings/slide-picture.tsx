import { signal, useSignal } from "@preact/signals";
import { ImagePlus, Trash2 } from "lucide";
import { useRef } from "preact/hooks";
import {
	type KeptPicture,
	type NamedPicture,
	slidePictureLimits,
} from "../../protocol/slide-pictures.ts";
import { api } from "../../ui/api.ts";
import { Icon } from "../../ui/icon.tsx";
import { language } from "../../ui/language.ts";
import { fileSize, pictureSize } from "../../words/numbers.ts";
import { settingsWords } from "../../words/settings.ts";
import { slidePictureWords } from "../../words/slide-picture.ts";
import { staffWords } from "../../words/staff.ts";
import { refusalIn } from "../refusal.ts";
import { useForm, usePlace } from "./form.ts";
import { type Path, valueAt } from "./json.ts";
import { readyPicture } from "./ready-picture.ts";
import { placeOfSlide, slideWithPicture } from "./slide-with-picture.ts";
import "./slide-picture.css";

/** Sent since the page was loaded; the hub names them with the settings from then on. */
const sent = signal<readonly NamedPicture[]>([]);

/** Over an office's WiFi; sent again only when it is surely lost. */
const sendingMs = 60_000;

/** Where the hub shows a picture that a slide names, before it is saved as well. */
function addressOf(picture: string): string {
	return `/api/admin/settings/pictures?picture=${encodeURIComponent(picture)}`;
}

/** The picture of a slide: seen, chosen from the officer's own machine or among those that are there, replaced, taken off. */
export function SlidePicture({ slide: path }: { slide: Path }) {
	const { loaded, draft } = useForm();
	const place = usePlace([...path, "picture"]);
	const words = slidePictureWords[language.value];
	const picture = typeof place.value === "string" ? place.value : null;
	const chooser = useRef<HTMLInputElement>(null);
	const button = useRef<HTMLButtonElement>(null);
	const isSending = useSignal(false);
	const isOver = useSignal(false);
	const refusal = useSignal<string | null>(null);
	const note = useSignal<string | null>(null);
	/** As the browser has drawn it. */
	const drawn = useSignal<{ picture: string; size: string } | null>(null);
	const pictures = all(loaded.pictures);
	const known = pictures.find((one) => one.picture === picture);
	const others = pictures.filter((one) => one.picture !== picture);

	function put(next: string | undefined, at: Path = path): void {
		refusal.value = null;
		note.value = null;
		draft.put(at, slideWithPicture(valueAt(draft.office.peek(), at), next));
	}

	async function take(file: Blob | undefined): Promise<void> {
		if (file === undefined || isSending.value) return;
		refusal.value = null;
		note.value = null;
		isSending.value = true;
		const slide = valueAt(draft.office.peek(), path);
		const ready = await readyPicture(file);
		if (ready === null) refusal.value = words.unreadable;
		else {
			const how = { silentMs: sendingMs, endsMs: sendingMs };
			const got = await api<KeptPicture>("POST", "/api/admin/settings/pictures", ready.file, how);
			if (got.ok) {
				sent.value = [...sent.value, got.value];
				// It may have been moved meanwhile, or taken away.
				const at = placeOfSlide(draft.office.peek(), slide, path);
				if (at) put(got.value.picture, at);
				const { shrunkTo } = ready;
				if (shrunkTo) note.value = words.shrunk(pictureSize(shrunkTo.widthPx, shrunkTo.heightPx));
			} else refusal.value = refusalIn(got, staffWords[language.value]);
		}
		isSending.value = false;
	}

	const isLost = picture !== null && known === undefined;
	return (
		<fieldset
			class="slide-picture"
			data-over={isOver.value ? "yes" : "no"}
			onDragOver={(event) => {
				event.preventDefault();
				isOver.value = true;
			}}
			onDragLeave={() => {
				isOver.value = false;
			}}
			onDrop={(event) => {
				event.preventDefault();
				isOver.value = false;
				void take(event.dataTransfer?.files[0]);
			}}
		>
			<legend>
				{place.label}
				<span class="soft"> ({settingsWords[language.value].optional})</span>
			</legend>
			<div class="slide-picture-one">
				<div class={known ? "slide-picture-frame" : "slide-picture-frame is-empty"}>
					{isOver.value ? (
						<span>{words.drop}</span>
					) : known ? (
						<img
							key={known.picture}
							src={addressOf(known.picture)}
							alt={words.shown}
							onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
								const size = pictureSize(naturalWidth, naturalHeight);
								drawn.value = { picture: known.picture, size };
							}}
						/>
					) : (
						<span>{words.none}</span>
					)}
				</div>
				<div class="slide-picture-about">
					{known && (
						<p>
							{drawn.value?.picture === known.picture && `${drawn.value.size} · `}
							{fileSize(known.bytes, language.value)}
						</p>
					)}
					<div class="slide-picture-acts">
						<input
							ref={chooser}
							type="file"
							accept="image/*"
							hidden
							aria-label={words.choose}
							onChange={({ currentTarget }) => {
								void take(currentTarget.files?.[0]);
								// The same file may be chosen again.
								currentTarget.value = "";
							}}
						/>
						<button
							ref={button}
							type="button"
							class="button"
							disabled={isSending.value}
							onClick={() => chooser.current?.click()}
						>
							<Icon node={ImagePlus} />
							{picture === null ? words.choose : words.replace}
						</button>
						{picture !== null && (
							<button
								type="button"
								class="button button-quiet"
								disabled={isSending.value}
								onClick={() => {
									put(undefined);
									button.current?.focus();
								}}
							>
								<Icon node={Trash2} />
								{words.remove}
							</button>
						)}
					</div>
					<p class="soft">{words.allowed(fileSize(slidePictureLimits.bytes, language.value))}</p>
					<p role="status" class={isSending.value || note.value !== null ? "soft" : "unseen"}>
						{isSending.value ? words.sending : note.value}
					</p>
					{[refusal.value, isLost ? words.lost : place.fault].map(
						(fault) =>
							fault !== null && (
								<p key={fault} class="field-fault" role="alert">
									{fault}
								</p>
							),
					)}
				</div>
			</div>
			{others.length > 0 && (
				<There pictures={others} disabled={isSending.value} onChoose={(one) => put(one)} />
			)}
		</fieldset>
	);
}

/** A picture as the list of changes shows it. */
export function SlideThumbnail({ picture }: { picture: string }) {
	return <img src={addressOf(picture)} alt={slidePictureWords[language.value].inList} />;
}

/** Those that are there, to be shown on another slide, or again. */
function There({
	pictures,
	disabled,
	onChoose,
}: {
	pictures: readonly NamedPicture[];
	disabled: boolean;
	onChoose: (picture: string) => void;
}) {
	const words = slidePictureWords[language.value];
	const isOpen = useSignal(false);
	return (
		<details
			class="slide-pictures"
			onToggle={({ currentTarget }) => {
				isOpen.value = currentTarget.open;
			}}
		>
			<summary>{words.there(pictures.length)}</summary>
			{isOpen.value && (
				<ul>
					{pictures.map(({ picture, bytes }, index) => (
						<li key={picture}>
							<button type="button" disabled={disabled} onClick={() => onChoose(picture)}>
								<img
									src={addressOf(picture)}
									loading="lazy"
									alt={words.thereOne(index + 1, fileSize(bytes, language.value))}
								/>
							</button>
						</li>
					))}
				</ul>
			)}
		</details>
	);
}

function all(loaded: readonly NamedPicture[]): NamedPicture[] {
	const known = new Map([...loaded, ...sent.value].map((one) => [one.picture, one]));
	return [...known.values()];
}
