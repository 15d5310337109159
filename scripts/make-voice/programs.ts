import { spawnSync } from "node:child_process";
import type { Recording } from "../../voice/recording.ts";

/** Opus works at this rate whatever it is given. */
export const rate = 48_000;

/** Those of the programs that are not on this machine. */
export function missing(programs: readonly string[]): string[] {
	return programs.filter((name) => spawnSync(name, ["-version"]).error !== undefined);
}

/** What eSpeak says, with a little silence around it. @param speed words a minute */
export function speak(text: string, voice: string, speed: number): Recording {
	const wav = run("espeak-ng", ["-v", voice, "-s", String(speed), "--stdout", text]);
	const { samples } = decode(wav);
	const around = rate / 10;
	const padded = new Float32Array(samples.length + 2 * around);
	padded.set(samples, around);
	return { samples: padded, rate };
}

export function espeakVersion(): string {
	const [, version = "?"] =
		/text-to-speech: (\S+)/.exec(run("espeak-ng", ["--version"]).toString()) ?? [];
	return version;
}

/** Any sound that ffmpeg reads, as one voice. */
export function decodeFile(file: string): Recording {
	return samplesOf(run("ffmpeg", ["-v", "error", "-i", file, ...raw, "-"]));
}

export function encodeOpus({ samples }: Recording, file: string): void {
	const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
	run(
		"ffmpeg",
		[
			...["-v", "error", "-y", ...raw.slice(2), "-i", "-"],
			// 32 kbit/s are more than enough for one voice. No name of the encoder, so that the same voice makes the same bytes.
			...["-c:a", "libopus", "-b:a", "32k", "-application", "audio"],
			...["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact"],
			...["-f", "opus", file],
		],
		bytes,
	);
}

const raw = ["-map", "0:a:0", "-f", "f32le", "-ac", "1", "-ar", String(rate)];

function decode(wav: Buffer): Recording {
	return samplesOf(run("ffmpeg", ["-v", "error", "-i", "-", ...raw, "-"], wav));
}

function samplesOf(bytes: Buffer): Recording {
	const samples = new Float32Array(Math.floor(bytes.length / 4));
	for (let at = 0; at < samples.length; at += 1) samples[at] = bytes.readFloatLE(at * 4);
	return { samples, rate };
}

function run(program: string, args: string[], input?: Buffer): Buffer {
	const done = spawnSync(program, args, { input, maxBuffer: 256 * 1024 * 1024 });
	if (done.error) throw done.error;
	if (done.status !== 0) throw new Error(`${program}: ${done.stderr.toString().trim()}`);
	return done.stdout;
}
