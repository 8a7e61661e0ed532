namespace Notices.Models;

public record InvoiceReady(string FirstName, string InvoiceNumber, decimal Amount, DateOnly DueOn, string PayUrl, string Comment);
public record ServiceStopped(string FirstName, string Address, DateTimeOffset From, DateTimeOffset Until, string StatusUrl);
