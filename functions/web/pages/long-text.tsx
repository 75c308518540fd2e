import { Details } from '../components/details.tsx';

const shownAtOnce = 300;

/** Somebody's words, line breaks kept; what is beyond the first 300 characters or so is folded away. */
export const LongText = ({ text }: { text: string }) => {
  const cut = cutAt(text);
  if (cut === text.length) return <div class="tracker-verbatim">{text}</div>;
  return (
    <>
      <div class="tracker-verbatim">{`${text.slice(0, cut).trimEnd()}…`}</div>
      <Details summary="Show all of it">
        <div class="tracker-verbatim">{text}</div>
      </Details>
    </>
  );
};

/** The end of the last whole word that fits; a text only a little longer is not worth folding. */
function cutAt(text: string): number {
  if (text.length <= shownAtOnce * 1.5) return text.length;
  const space = text.slice(0, shownAtOnce).search(/\s\S*$/);
  return space > 0 ? space : shownAtOnce;
}
