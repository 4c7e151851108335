import type { ColumnRole } from '../../contract/fact.js';

type Words = readonly (readonly [role: ColumnRole, header: RegExp])[];

/** Who: in English, Spanish, French, German, Portuguese, Italian and Dutch, without accents and signs. */
const WHO: Words = [
  [
    'email',
    /^((customer|client|contact|billing|your|primary|kunden|klant) ?)?(e ?mail|courriel|mail|correo( electronico)?)( (address|adres))?$|^e ?mail ?adress?e?$|^mail ?adresse$|^adresse (e ?mail|mail|courriel|electronique)$|^direccion de (correo|e ?mail)( electronico)?$|^(indirizzo|endereco de) e ?mail$|^mailadres$/,
  ],
  [
    'phone',
    /^((customer|client|contact|billing|mobile|cell|home|primary) ?)?(tele)?phone( (number|no))?$|^(mobile|cell)( (number|no))?$|^tel( (no|nr))?$|^telefon(nummer|e)?$|^(telefon|mobil|handy|ruf|mobiltelefon)(nummer|nr)?$|^(numero de )?(telephone|portable)( (portable|mobile))?$|^(numero de )?(telefono|movil|celular)( movil)?$|^(numero de )?(telefone|telemovel)$|^(numero di )?(telefono|cellulare)$|^telefoon(nummer)?$|^mobiel( nummer)?$|^gsm$/,
  ],
  [
    'record_id',
    /^((record|customer|client|contact|member|user|subscriber|kunden|klant) )?id$|^(customer|client|member) (number|no|nr)$|^kunden(nummer|nr| nr)$|^klant(nummer|nr)$|^(id|numero)( (de|di|do|del))? ?(client|cliente)e?$/,
  ],
];

const CREATED =
  /^(created|created (at|on)|(date|time) (created|added|registered)|creation date|create date|added on|registered (at|on)|sign ?up date|joined( on)?|(customer|member) since|erstellt am|angelegt am|kunde seit|date (de creation|d inscription)|fecha de (alta|creacion|registro)|data (de criacao|de cadastro|di creazione|di registrazione)|aangemaakt op|klant sinds)$/;

/** What of a sale. The order of dates is their rank: only the best of a table counts. */
const PURCHASE_DATES: readonly RegExp[] = [
  /^((last )?(order|purchase|sale|invoice|transaction|payment) (date|day)|date of (order|purchase|sale)|(order|purchase)d (at|on)|last (order|purchase)|(bestell|kauf|rechnungs|auftrags|verkaufs)datum|(letzter kauf|letzte bestellung)|date (de |d )?(commande|achat|facture|vente)|fecha (de )?(pedido|compra|factura|venta)|data (do pedido|da compra|da fatura|da venda|ordine|dell ordine|fattura|di acquisto|acquisto)|(bestel|order|factuur|aankoop|verkoop)datum)$/,
  /^(date|datum|fecha|data)$/,
  /^(created|created (at|on)|date created)$/,
];
const SALE: Words = [
  [
    'amount',
    /^((order|invoice|purchase|sale|sales|grand|net|gross) )?(amount|total)( (paid|amount|price|due))?$|^total (paid|amount|price)$|^(rechnungs|gesamt|bestell)?(betrag|summe)$|^gesamt(preis)?$|^montant( total)?( (ttc|ht))?$|^total (ttc|ht)$|^importe( total)?$|^monto( total)?$|^valor( total)?$|^importo( totale)?$|^totale( (ordine|fattura))?$|^(totaal|factuur|order)?bedrag$|^totaal$/,
  ],
  [
    'purchase_number',
    /^(order|invoice|receipt|sale|transaction)( (number|no|nr|num|id|ref|reference))?$|^(bestell|auftrags|rechnungs|beleg)(nummer|nr| nr)$|^((numero|n|no) (de )?)?(commande|facture)( (numero|n|no))?$|^(numero (de )?|n )?(pedido|factura|encomenda|fatura)( (numero|n|no))?$|^numero d[oa] (pedido|fatura|encomenda)$|^(numero |n )?(ordine|fattura)( (numero|n))?$|^(bestel|order|factuur)(nummer|nr)$/,
  ],
];
const SALE_STATUS =
  /^((order|payment|invoice|financial) )?status$|^(statut|estado|stato)( (de|del|do|dell) ?(commande|pedido|ordine))?$|^(bestell|rechnungs)status$/;
const SALE_TYPE =
  /^(transaction|document) type$|^(beleg|vorgangs)art$|^type de transaction$|^tipo de transaccion$/;

/**
 * What the columns of a file of unknown origin are for, by their headers alone; with caution, because a wrong role is
 * worse than none. A date counts as one of a purchase only beside an amount or a number of an order (E10), and only
 * where the line says whose purchase it is.
 */
export function rolesByHeader(names: readonly string[]): readonly (ColumnRole | undefined)[] {
  const headers = names.map(comparable);
  const roles = headers.map((header) => WHO.find(([, words]) => words.test(header))?.[0]);
  const isAbout = roles.some((role) => role === 'email' || role === 'phone');
  const sale = headers.map((header) => SALE.find(([, words]) => words.test(header))?.[0]);
  const dates = PURCHASE_DATES.map((words) => headers.map((header) => words.test(header))).find((found) =>
    found.includes(true),
  );
  const isSale = isAbout && dates !== undefined && sale.some((role) => role !== undefined);
  return headers.map((header, at) => {
    if (roles[at] !== undefined) return roles[at];
    if (!isSale) return CREATED.test(header) ? 'created' : undefined;
    if (dates[at] === true) return 'purchase_date';
    if (sale[at] !== undefined) return sale.indexOf(sale[at]) === at ? sale[at] : undefined;
    if (SALE_STATUS.test(header)) return 'status';
    return SALE_TYPE.test(header) ? 'purchase_type' : undefined;
  });
}

/** `Order_#`, `Numéro de commande`, `E-Mail:` and `orderNumber` as `order no`, `numero de commande`, `e mail`, `ordernumber`. */
function comparable(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('#', ' no ')
    .replaceAll(/[№º°]/gu, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
