/** The house's mark: one open door. It says nothing that the words beside it do not say. */
export function DoorMark() {
	return (
		<svg class="door-mark" viewBox="0 0 24 24" aria-hidden="true">
			<path d="M3 23V11a9 9 0 0 1 18 0v12z" fill="currentColor" />
			<path class="door-mark-way" d="M7 23V11a5 5 0 0 1 10 0v12z" />
			<path class="door-mark-leaf" d="M7 23V11a5 5 0 0 1 5-5v14z" />
		</svg>
	);
}
