import { createHash } from "node:crypto";
import { readFile, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { measurePicture, type NoPicture } from "../../config/measure-picture.ts";
import { asKept, keptName, nameOfKept, pictureFile } from "../../config/slides.ts";
import {
	type KeptPicture,
	type NamedPicture,
	slidePictureLimits,
} from "../../protocol/slide-pictures.ts";
import { type Disk, ensureDirectory, isMissing, namesIn, realDisk, replaceFile } from "../disk.ts";
import { DocumentUnavailable } from "../documents.ts";
import { picturesOf } from "./sections.ts";
import type { Settings } from "./settings.ts";

/** The pictures that slides of an office may name: those of its office file, and those that were sent from the settings' page, which lie in a folder of the hub's own. */
export interface SlidePictures {
	/** The file of a picture as a slide names it; null where no version names it and none is kept under that name. Nothing else of the machine is ever a picture. */
	fileOf(picture: string): string | null;
	/** Those that are there, with their sizes. */
	list(): Promise<NamedPicture[]>;
	/**
	 * Keeps a picture that was sent; the same bytes have the same name. Answers when it is durable.
	 * @throws {DocumentUnavailable} where it could not be written
	 */
	keep(bytes: Buffer): Promise<Keeping>;
	/** Lets go of pictures that no version in keeping names and that nobody has sent for a day: whoever has sent one may still be about to save. */
	letGo(): Promise<void>;
}

export type Keeping =
	/** `isNew`: it did not lie there before. */
	| { is: "kept"; picture: KeptPicture; name: string; isNew: boolean }
	| { is: "none"; found: NoPicture }
	| { is: "wrong-size"; bytes: number; widthPx?: number; heightPx?: number }
	| { is: "no-room"; kept: number; bytes: number };

export interface SlidePictureParts {
	/** `DATA_DIR/pictures` */
	folder: string;
	/** What paths of the office file are relative to. */
	officeFile: string;
	settings: Pick<Settings, "versions" | "newest">;
	now: () => number;
	log: Record<"info" | "warn", (about: object, line: string) => void>;
	room?: { kept: number; bytes: number };
	disk?: Disk;
}

const usualRoom = { kept: slidePictureLimits.kept, bytes: slidePictureLimits.keptBytes };

/** How long one that no version names stays all the same. */
const unnamedMs = 24 * 60 * 60_000;

interface Kept {
	bytes: number;
	/** When it was last sent, milliseconds since 1970. */
	sentMs: number;
}

/** Opens the folder and lets go of what is needed no longer. */
export async function openSlidePictures(parts: SlidePictureParts): Promise<SlidePictures> {
	const { folder, officeFile, settings, now, log, room = usualRoom, disk = realDisk } = parts;
	const kept = await keptIn(folder);

	/** Every picture that a version names, as it names it. */
	function named(): Set<string> {
		const offices = [...settings.versions, settings.newest].map(({ office }) => office);
		return new Set(offices.flatMap(picturesOf));
	}

	function fileOf(picture: string): string | null {
		const name = nameOfKept(picture);
		if (name === undefined) return null;
		if (name !== null) return kept.has(name) ? join(folder, name) : null;
		return named().has(picture) ? pictureFile(officeFile, picture) : null;
	}

	/** What lies there beside it. */
	function othersThan(name: string): { kept: number; bytes: number } {
		const others = [...kept].filter(([other]) => other !== name);
		const bytes = others.reduce((sum, [, other]) => sum + other.bytes, 0);
		return { kept: others.length, bytes };
	}

	function hasRoom(name: string, bytes: number): boolean {
		const others = othersThan(name);
		return others.kept < room.kept && others.bytes + bytes <= room.bytes;
	}

	async function letGo(): Promise<void> {
		const needed = named();
		for (const [name, { sentMs }] of kept) {
			if (needed.has(asKept(name)) || now() - sentMs < unnamedMs) continue;
			try {
				await rm(join(folder, name), { force: true });
				kept.delete(name);
				log.info({ name }, "a picture that no version of the settings names was let go");
			} catch (error) {
				log.warn({ err: error, name }, "a picture that is needed no longer could not be deleted");
			}
		}
	}

	/** Whether it lies there as it was sent; whoever puts it there again mends one that is damaged. */
	async function liesThere(file: string, bytes: Buffer): Promise<boolean> {
		try {
			return bytes.equals(await readFile(file));
		} catch {
			return false;
		}
	}

	async function write(name: string, bytes: Buffer): Promise<void> {
		try {
			await ensureDirectory(folder, disk);
			await replaceFile(join(folder, name), [bytes], disk);
		} catch (cause) {
			throw new DocumentUnavailable(`${join(folder, name)} could not be written`, { cause });
		}
	}

	/** It counts as sent now, also after a restart. */
	async function touch(file: string): Promise<void> {
		const seconds = now() / 1000;
		await utimes(file, seconds, seconds).catch((error: unknown) => {
			log.warn({ err: error }, "the time of a picture could not be set");
		});
	}

	await letGo();
	return {
		fileOf,
		async list() {
			const pictures = new Set([...named(), ...[...kept.keys()].map(asKept)]);
			const found: NamedPicture[] = [];
			for (const picture of pictures) {
				const file = fileOf(picture);
				const size = file === null ? null : await sizeOf(file);
				if (size !== null) found.push({ picture, bytes: size });
			}
			return found;
		},
		async keep(bytes) {
			const { bytes: most, sidePx, leastPx } = slidePictureLimits;
			if (bytes.length > most) return { is: "wrong-size", bytes: bytes.length };
			const measured = measurePicture(bytes);
			if (typeof measured === "string") return { is: "none", found: measured };
			const { kind, widthPx, heightPx } = measured;
			if (Math.max(widthPx, heightPx) > sidePx || Math.min(widthPx, heightPx) < leastPx) {
				return { is: "wrong-size", bytes: bytes.length, widthPx, heightPx };
			}
			const name = `${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}.${kind}`;
			const file = join(folder, name);
			const isNew = !(await liesThere(file, bytes));
			if (isNew) {
				if (!hasRoom(name, bytes.length)) await letGo();
				if (!hasRoom(name, bytes.length)) return { is: "no-room", ...othersThan(name) };
				await write(name, bytes);
			}
			await touch(file);
			kept.set(name, { bytes: bytes.length, sentMs: now() });
			const picture = { picture: asKept(name), bytes: bytes.length, widthPx, heightPx };
			return { is: "kept", picture, name, isNew };
		},
		letGo,
	};
}

/** What lies there, and nothing of what was not written to its end. */
async function keptIn(folder: string): Promise<Map<string, Kept>> {
	const kept = new Map<string, Kept>();
	for (const name of await namesIn(folder)) {
		const file = join(folder, name);
		if (keptName.test(name)) {
			const { size, mtimeMs } = await stat(file);
			kept.set(name, { bytes: size, sentMs: mtimeMs });
		} else if (name.endsWith(".new") && keptName.test(name.slice(0, -".new".length))) {
			await rm(file, { force: true });
		}
	}
	return kept;
}

async function sizeOf(file: string): Promise<number | null> {
	try {
		return (await stat(file)).size;
	} catch (error) {
		if (isMissing(error)) return null;
		throw error;
	}
}
