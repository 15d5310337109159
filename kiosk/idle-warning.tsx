import "./idle-warning.css";
import { Pointer } from "lucide";
import { Icon } from "../ui/icon.tsx";
import { secondsLeft } from "./state.ts";
import { clockMs, dispatch, parts, state, words } from "./store.ts";

/**
 * Covers everything once the screen was left alone, so that the touch that answers does nothing else: a finger's touch
 * ends here and makes no click on what lies under it.
 */
export function IdleWarning() {
	if (parts.warnedAtMs.value === null) return null;
	const stay = () => dispatch({ type: "stay" });
	return (
		<div
			class="idle-dialog"
			role="alertdialog"
			aria-modal="true"
			aria-labelledby="idle-title"
			aria-describedby="idle-hint"
			// Nothing else can be reached until it is answered.
			onKeyDown={(event) => {
				if (event.key === "Tab") event.preventDefault();
			}}
		>
			<button
				type="button"
				class="idle-warning"
				onPointerUp={stay}
				onTouchEnd={(event) => {
					event.preventDefault();
					stay();
				}}
				onClick={stay}
			>
				<span class="idle-card">
					<Icon node={Pointer} />
					<strong id="idle-title">{words.value.stillThere}</strong>
					<span id="idle-hint">{words.value.stillThereHint}</span>
				</span>
				<span class="idle-count">
					{words.value.startsOver(secondsLeft(state.value, clockMs.value) ?? 0)}
				</span>
			</button>
		</div>
	);
}
