import { column, oneOf } from './column.mjs';

/** What was bought, for how much. */
export const orderColumns = {
  orderNumber: column(
    'order-number',
    ['Order No', 'order_id', 'OrderNumber', 'Order #', 'Reference'],
    ['Bestellnummer', 'BestellNr', 'Auftrag', 'auftragsnr', 'Beleg-Nr'],
    (line) => line.order,
  ),
  receipt: column(
    'order-number',
    ['Receipt No', 'receipt', 'Ticket', 'bon_id', 'Transaction'],
    ['Bon-Nr', 'Bonnummer', 'Kassenbon', 'Beleg'],
    (line) => line.order,
  ),
  linePosition: column('number', ['Line', 'Pos', 'line_no'], ['Pos', 'Position', 'Zeile'], (line) =>
    String(line.position),
  ),
  product: column(
    'product',
    ['Product', 'Item', 'Description', 'product_name', 'Title'],
    ['Artikel', 'Produkt', 'Bezeichnung', 'artikelname'],
    oneOf('products'),
  ),
  sku: column(
    'product-number',
    ['SKU', 'Item No', 'EAN', 'product_id'],
    ['Artikelnummer', 'Art.-Nr.', 'EAN', 'artnr'],
    (line) => line.chance.pick(line.file.skus),
  ),
  quantity: column('quantity', ['Qty', 'Quantity', 'Units', 'pieces'], ['Menge', 'Anzahl', 'Stück', 'Stk'], (line) =>
    String(line.chance.pick([1, 1, 1, 1, 2, 2, 3, 4, 6])),
  ),
  unitPrice: column(
    'amount',
    ['Unit Price', 'Price', 'price_each'],
    ['Einzelpreis', 'Preis', 'VK-Preis'],
    (line) => line.w.amount(line.chance.whole(199, 29900) / 100),
    0,
    'number',
  ),
  total: column(
    'amount',
    ['Total', 'Amount', 'grand_total', 'Order Value', 'Net Sales', 'Revenue'],
    ['Summe', 'Betrag', 'Gesamt', 'Umsatz', 'bestellwert', 'Brutto'],
    (line) => line.w.amount(line.chance.whole(500, 240000) / 100),
    0,
    'number',
  ),
  shipping: column(
    'amount',
    ['Shipping', 'shipping_fee', 'Freight'],
    ['Versand', 'Versandkosten', 'Porto'],
    (line) => line.w.amount(line.chance.pick([0, 0, 3.95, 4.9, 5.95])),
    0,
    'number',
  ),
  currency: column('currency', ['Currency', 'Curr', 'ccy'], ['Währung', 'Whg', 'waehrung'], (line) =>
    line.chance.pick([line.file.currency, line.file.currency, line.file.currency, 'CHF']),
  ),
  payment: column(
    'category',
    ['Payment', 'payment_method', 'Paid By'],
    ['Zahlart', 'Zahlungsart', 'zahlweise'],
    oneOf('payments'),
  ),
  orderState: column(
    'outcome',
    ['Status', 'order_status', 'State'],
    ['Status', 'Bestellstatus', 'Stand'],
    oneOf('orderStates'),
  ),
};
