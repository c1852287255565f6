import { FieldError } from "@/app/_ui/field";
import { Icon } from "@/app/_ui/icon";
import type { FormText, ModelChoice } from "./form-text";

type ModelCardsProps = {
  models: readonly ModelChoice[];
  text: Pick<FormText, "hardware" | "field">;
  chosen: string;
  error: string | undefined;
};

/** The models as cards to choose among, with rent and stock; one that cannot be ordered stays to be seen, with why. */
export function ModelCards({ models, text, chosen, error }: ModelCardsProps) {
  const { label, hint } = text.hardware;
  return (
    <fieldset
      className="field"
      data-faulty={error ? true : undefined}
      aria-describedby={error ? "hardware-hint hardware-error" : "hardware-hint"}
    >
      <legend className="field-label">{label}</legend>
      <div id="hardware-hint" className="field-hint">
        {hint}
      </div>
      <FieldError id="hardware" error={error} words={text.field} />
      <div className="model-cards">
        {models.map((model, n) => (
          <ModelCard
            key={model.slug}
            model={model}
            id={n === 0 ? "hardware" : `hardware-${model.slug}`}
            isChosen={model.slug === chosen}
          />
        ))}
      </div>
    </fieldset>
  );
}

type ModelCardProps = { model: ModelChoice; id: string; isChosen: boolean };

function ModelCard({ model, id, isChosen }: ModelCardProps) {
  const isOrderable = model.whyNot === undefined;
  return (
    <div className="model-card">
      <input
        type="radio"
        name="hardware"
        id={id}
        value={model.slug}
        defaultChecked={isChosen && isOrderable}
        disabled={!isOrderable}
        aria-describedby={`${id}-about`}
      />
      <label htmlFor={id} lang="sv">
        {model.name}
      </label>
      <div id={`${id}-about`} className="model-about">
        <p className="model-price">
          <strong className="money">{model.perMonth}</strong> <span className="money">{model.perYear}</span>
        </p>
        <p>
          {model.class}: {model.meaning}
        </p>
        <p className="model-stock">
          <Icon name={isOrderable ? "package" : "ban"} />
          <span>{model.whyNot ?? model.stock}</span>
        </p>
      </div>
    </div>
  );
}
