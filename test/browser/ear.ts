import type { Page } from "playwright-core";

/** What a page has given its loudspeaker, in seconds of the sound's own clock. */
export interface Heard {
	/** Each clip by its address on the hub, and from when to when it was to be heard. */
	clips: { path: string; fromS: number; toS: number }[];
	/** How loud it was at the loudspeaker, a few dozen times a second. */
	levels: { atS: number; rms: number }[];
	/** Each clip that was read into memory. */
	decoded: { path: string; bytes: number }[];
}

/** A script that notes, before the page's own runs, what reaches the loudspeaker. */
export const listen = `(() => {
	const heard = { clips: [], levels: [], decoded: [] };
	window.heard = heard;
	const paths = new WeakMap();
	const buffers = new WeakMap();
	const { arrayBuffer } = Response.prototype;
	Response.prototype.arrayBuffer = async function () {
		const bytes = await arrayBuffer.call(this);
		paths.set(bytes, new URL(this.url).pathname);
		return bytes;
	};
	const { decodeAudioData } = BaseAudioContext.prototype;
	BaseAudioContext.prototype.decodeAudioData = async function (bytes) {
		const path = paths.get(bytes);
		const buffer = await decodeAudioData.call(this, bytes);
		buffers.set(buffer, path);
		heard.decoded.push({ path, bytes: buffer.length * buffer.numberOfChannels * 4 });
		return buffer;
	};
	const { start } = AudioBufferSourceNode.prototype;
	AudioBufferSourceNode.prototype.start = function (atS) {
		heard.clips.push({ path: buffers.get(this.buffer), fromS: atS, toS: atS + this.buffer.duration });
		return start.call(this, atS);
	};
	const { connect } = AudioNode.prototype;
	const taps = new WeakMap();
	AudioNode.prototype.connect = function (to) {
		if (to instanceof AudioDestinationNode) connect.call(this, tapOf(to.context));
		return connect.call(this, to);
	};
	function tapOf(context) {
		if (taps.has(context)) return taps.get(context);
		const tap = context.createAnalyser();
		tap.fftSize = 512;
		taps.set(context, tap);
		const samples = new Float32Array(tap.fftSize);
		setInterval(() => {
			if (context.state !== "running") return;
			tap.getFloatTimeDomainData(samples);
			const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
			heard.levels.push({ atS: context.currentTime, rms: Math.sqrt(power) });
		}, 20);
		return tap;
	}
})();
`;

export function heardBy(page: Page): Promise<Heard> {
	return page.evaluate("window.heard");
}
