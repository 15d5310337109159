import { type ReadonlySignal, signal } from "@preact/signals";
import type { Recording } from "../../voice/recording.ts";

/** Why there is no microphone: the page is no secure context, nobody allowed it, or none is plugged in. */
export type NoMicrophone = "insecure" | "refused" | "none";

export interface Microphone {
	/** What is heard now, 0 to 1. */
	readonly level: ReadonlySignal<number>;
	/** Records until it is called again, and gives what was recorded. */
	record(): { stop(): Promise<Recording> };
	play(recording: Recording): void;
	close(): void;
}

/** As it comes: what makes telephones understood takes the ends of words away. */
const asItIs = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
const looksEveryMs = 50;
/** Near to nothing is lost; the WAV file is what is kept. */
const bitsPerSecond = 192_000;

/** Asks the browser for the microphone, and the browser a person. */
export async function openMicrophone(): Promise<Microphone | NoMicrophone> {
	// Browsers know no microphone outside a secure context (W3C, Media Capture and Streams, 10.2).
	if (!window.isSecureContext) return "insecure";
	let stream: MediaStream;
	try {
		stream = await navigator.mediaDevices.getUserMedia({ audio: { ...asItIs, channelCount: 1 } });
	} catch (error) {
		return error instanceof DOMException && error.name === "NotFoundError" ? "none" : "refused";
	}
	const context = new AudioContext();
	await context.resume();
	const ear = context.createAnalyser();
	context.createMediaStreamSource(stream).connect(ear);
	const level = signal(0);
	const heard = new Float32Array(ear.fftSize);
	const watch = setInterval(() => {
		ear.getFloatTimeDomainData(heard);
		level.value = heard.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
	}, looksEveryMs);

	return {
		level,
		record() {
			const recorder = new MediaRecorder(stream, { audioBitsPerSecond: bitsPerSecond });
			const parts: Blob[] = [];
			recorder.ondataavailable = ({ data }) => parts.push(data);
			const ended = new Promise<void>((over) => {
				recorder.onstop = () => over();
			});
			recorder.start();
			return {
				async stop() {
					recorder.stop();
					await ended;
					const buffer = await context.decodeAudioData(await new Blob(parts).arrayBuffer());
					return { samples: buffer.getChannelData(0).slice(), rate: buffer.sampleRate };
				},
			};
		},
		play({ samples, rate }) {
			const buffer = context.createBuffer(1, samples.length, rate);
			buffer.getChannelData(0).set(samples);
			const source = context.createBufferSource();
			source.buffer = buffer;
			source.connect(context.destination);
			source.start();
		},
		close() {
			clearInterval(watch);
			for (const track of stream.getTracks()) track.stop();
			void context.close();
		},
	};
}
