/** What a fake printer is and how it behaves; all of it can be changed at any moment. */
export interface Ways {
	/** How fast it takes its buffer in and prints, in its own seconds; null is at once. 9,600 baud are 960. */
	bytesPerSecond: number | null;
	/** How many of its own seconds pass in one of ours. */
	clockSpeed: number;
	/** What arrives beyond it has to wait outside. */
	bufferBytes: number;
	/** GS ( H, GS a and DLE DC4 function 8: passed over where it does not know them. */
	knowsProcessId: boolean;
	knowsAutomaticStatus: boolean;
	clearsBuffer: boolean;
	/** Whether ESC @ ends automatic status, as on some printers. */
	initialiseEndsAutomaticStatus: boolean;
	/** Says nothing at all. */
	mute: boolean;
	/** Says rubbish before and after each reply: bytes that begin none. */
	junk: boolean;
	/** The next cut fails; a person has to free it. */
	cutterJams: boolean;
}

export const usualWays: Ways = {
	bytesPerSecond: null,
	clockSpeed: 1,
	bufferBytes: 65_536,
	knowsProcessId: true,
	knowsAutomaticStatus: true,
	clearsBuffer: true,
	initialiseEndsAutomaticStatus: true,
	mute: false,
	junk: false,
	cutterJams: false,
};

export /** One to five bytes that no reply begins with. */
function junk(random: () => number): number[] {
	const length = 1 + Math.floor(random() * 5);
	return Array.from({ length }, () => 0x80 + Math.floor(random() * 0x80));
}
