"use client";

import { type PointerEvent, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Field, type FieldWords } from "@/app/_ui/field";
import { type Point, pathOf } from "./signature-path";

export type SignatureWords = { area: string; clear: string; drawn: string; none: string };

type SignatureFieldProps = {
  id: string;
  name: string;
  label: string;
  hint?: string;
  error: string | undefined;
  words: FieldWords;
  signatureWords: SignatureWords;
};

const size = { width: 600, height: 200 };

/** The recipient signs with finger, pen or mouse. Whoever cannot, or has no script, confirms in the portal instead. */
export function SignatureField(props: SignatureFieldProps) {
  const { id, name, signatureWords: words } = props;
  const [strokes, setStrokes] = useState<Point[][]>([]);
  const path = pathOf(strokes);

  function begin(event: PointerEvent<SVGSVGElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = pointOf(event);
    setStrokes((before) => [...before, [point]]);
  }

  function draw(event: PointerEvent<SVGSVGElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const point = pointOf(event);
    setStrokes((before) => [...before.slice(0, -1), [...(before.at(-1) ?? []), point]]);
  }

  return (
    <div className="needs-script">
      <Field {...props} id={id} isOptional>
        <input type="hidden" id={id} name={name} value={path} />
        <svg
          className="signature-pad"
          viewBox={`0 0 ${size.width} ${size.height}`}
          role="img"
          aria-label={words.area}
          onPointerDown={begin}
          onPointerMove={draw}
        >
          <path d="M40 160H560" className="signature-line" />
          <path d={path} className="signature-ink" />
        </svg>
        <div className="signature-below">
          <p role="status">{path === "" ? words.none : words.drawn}</p>
          {path !== "" && (
            <Button kind="quiet" icon="undo-2" onClick={() => setStrokes([])}>
              {words.clear}
            </Button>
          )}
        </div>
      </Field>
    </div>
  );
}

function pointOf(event: PointerEvent<SVGSVGElement>): Point {
  const box = event.currentTarget.getBoundingClientRect();
  const along = (at: number, from: number, length: number, whole: number) =>
    Math.round(Math.min(1, Math.max(0, (at - from) / length)) * whole);
  return {
    x: along(event.clientX, box.left, box.width, size.width),
    y: along(event.clientY, box.top, box.height, size.height),
  };
}
