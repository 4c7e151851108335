import type { Phrase } from './find-phrases.js';

const PERMISSION =
  /(?:^|[^a-z])(?:not|no|dont|accepts?|accepted|accepte|acepta|acepto|aceita|aceito|accetta|accetto|akzeptiert|allow|allows|permi(?:t|so|ssion|te)\w*|consent\w*|agree\w*|ok(?: to)?|opt|refus\w*|rifiut\w*|rechaz\w*|recus\w*|autori[sz]\w*|einwillig\w*|zustimmung|erlaub\w*|toestemming|akkoord|geen|niet|kein\w*|nicht|nao|non|pas|unerwunscht|keine|receives?|recibir|recibe|recevoir|receber|recebe|ricevere|riceve|ontvang\w*|erhalten|subscri\w*|unsubscri\w*|suscri\w*|abonn\w*|inscri\w* (?:a|au|ao|alla) |iscri\w* |aboniert|abonniert|afgemeld|aangemeld|desinscri\w*|disiscri\w*|wants?|quiero|souhait\w*|mochte|desej\w*|desider\w*|wil|exclu\w*|esclu\w*|uitslu\w*|ausschl\w*|ausgeschlossen|oppos\w*|objec\w*|widersp\w*|bezwaar)(?:[^a-z]|$)/;
const CHANNEL =
  /(?:^|[^a-z])(?:e ?mails?|mails?|mailings?|e-mails?|emailings?|sms|texts?|calls?|call|phone|fax|newsletters?|nieuwsbrie\w*|boletin|boletim|marketing|communicat\w*|comunicac\w*|communicatie|publicidad|werbung|reclame|promo\w*|offers|ofertas?|offres?|updates?|contact\w*|post|whatsapp|photos?|fotos?|fotografi\w*|imagen|imagem|immagini|image|correos?|courrier|campaigns?|campagnes?|llamar|appeler|anrufen|anrufe|bellen|mailen|ligar|chiamare|chiamate|processing|tratamiento|traitement|trattamento|datenschutz\w*|data|datos|dati|donnees|dados|gegevens|track\w*|sell|shar(?:e|ed|ing)|mailing|mailingliste|mailinglijst|novidades|novedades|werbesendungen|notifications?)(?:[^a-z]|$)/;
const OURS =
  /(?:^|[^a-z])(?:template|form|version|page|url|link|count|number|nb|sent|id|valid|invalid|found|known|verified|opened|bounced|set|empty|available|reason failed|error|plan|price|amount|fee|total|receipt|end|start|renewal|tier|level|limit|quota|login|access|api|user permissions?)(?:[^a-z]|$)/;

/** Whether the words ask for, give or refuse a channel or a use of data: "Do not allow e-mails", "Autoriza fotografias". */
export function asksForConsent(text: string, phrases: readonly Phrase[]): boolean {
  if (phrases.length === 0 || phrases.length > 12) return false;
  if (
    phrases.some(
      (phrase) => phrase.meaning?.concept === 'ip' || phrase.meaning?.concept === 'preciseLocation',
    )
  )
    return false;
  const words = text
    .slice(0, 200)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ');
  if (/(?:^| )(?:no|num|nr) *$/.test(words)) return false;
  return (
    PERMISSION.test(words) &&
    CHANNEL.test(words.replace(/(?:^| )(?:contact|person) (?=no )/, ' ')) &&
    !OURS.test(words) &&
    !/ no(?: |$)(?!.*(?:call|mail|contact|sms|llamar|enviar))/.test(` ${words}`)
  );
}
