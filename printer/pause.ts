/** A pause that somebody else may end. */
export interface Pause {
	/** `over`: the time has passed; `ended`: somebody has ended it. One at a time. Does not keep the process alive. */
	begin(ms: number): Promise<"over" | "ended">;
	/** Nothing where there is none. */
	end(): void;
}

export function createPause(): Pause {
	let end: () => void = () => undefined;
	return {
		begin: (ms) =>
			new Promise((done) => {
				const timer = setTimeout(() => {
					end = () => undefined;
					done("over");
				}, ms);
				timer.unref();
				end = () => {
					clearTimeout(timer);
					done("ended");
				};
			}),
		end: () => end(),
	};
}
