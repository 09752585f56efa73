using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CommunityWidget.Tests.Testing;

/// <summary>What a browser does for the server's sake: keeps cookies, fills the form that is on the page, names its origin.</summary>
public sealed class Browser(Uri address, IPAddress? from = null) : IDisposable
{
    // Kept by hand: a real cookie jar asks the real clock what has expired.
    private readonly Dictionary<string, string> _cookies = [];
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectCallback = from is null ? null : (context, stop) => Connect(from, context.DnsEndPoint, stop) }) { BaseAddress = address };

    /// <summary>As a proxy in front would pass this browser's requests on.</summary>
    public Browser Through(params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers) _http.DefaultRequestHeaders.Add(name, value);
        return this;
    }

    /// <summary>Holding a cookie it was given elsewhere.</summary>
    public Browser With(string cookie)
    {
        Keep(cookie.Split('=', 2));
        return this;
    }

    public Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    public Task<HttpResponseMessage> Post(string path, object? body, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, path, JsonContent.Create(body), headers);

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (_cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await _http.SendAsync(request);
        foreach (var line in answer.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : []) Keep(line.Split(';')[0].Split('=', 2));
        return answer;
    }

    /// <summary>Opens the page and sends its form back with these fields filled in.</summary>
    public async Task<HttpResponseMessage> Submit(string path, params (string Name, string Value)[] fields)
    {
        var html = await (await Get(path)).Content.ReadAsStringAsync();
        using var document = new HtmlParser().ParseDocument(html);
        var form = (IHtmlFormElement)document.QuerySelector("main form")!;
        var filled = form.QuerySelectorAll<IHtmlInputElement>("input").Where(i => i.Type == "hidden" && i.Name is not null)
            .ToDictionary(i => i.Name!, i => i.Value);
        if (form.QuerySelector<IHtmlInputElement>("input[name=site]") is { } site) filled["site"] = site.Value;
        foreach (var (name, value) in fields) filled[name] = value;
        return await Send(HttpMethod.Post, path, new FormUrlEncodedContent(filled));
    }

    /// <summary>Opens the page and sends the form of one handler as it stands, with these fields filled in anew; a name given several times is ticked several times.</summary>
    public async Task<HttpResponseMessage> Press(string path, string handler, params (string Name, string Value)[] fields)
    {
        var form = await Form(path, handler);
        var replaced = fields.Select(field => field.Name).ToHashSet();
        return await Send(HttpMethod.Post, form.Action, new FormUrlEncodedContent(
            form.Fields.Where(field => !replaced.Contains(field.Name)).Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value))));
    }

    /// <summary>The form of one handler as the page shows it now.</summary>
    public async Task<(string Action, IReadOnlyList<(string Name, string Value)> Fields)> Form(string path, string handler) => FormIn(await (await Get(path)).Content.ReadAsStringAsync(), handler);

    /// <summary>The first form of the page, sent to where it stands.</summary>
    public async Task<(string Action, IReadOnlyList<(string Name, string Value)> Fields)> Form(string path)
    {
        using var document = new HtmlParser().ParseDocument(await (await Get(path)).Content.ReadAsStringAsync());
        return (path, [.. ((IHtmlFormElement)document.QuerySelector("main form[method=post]")!).Elements.SelectMany(Filled)]);
    }

    /// <summary>The same of a page that came as the answer to another.</summary>
    public static (string Action, IReadOnlyList<(string Name, string Value)> Fields) FormIn(string html, string handler)
    {
        using var document = new HtmlParser().ParseDocument(html);
        // A form of its own, or a second button of another.
        var button = document.QuerySelector(Of("button", "formaction"));
        var form = (IHtmlFormElement)(document.QuerySelector(Of("form", "action")) ?? button!.Closest("form"))!;
        return (button?.GetAttribute("formaction") ?? form.GetAttribute("action")!, [.. form.Elements.SelectMany(Filled)]);

        // Another handler's name may begin with this one.
        string Of(string element, string attribute) => $"{element}[{attribute}$='handler={handler}'], {element}[{attribute}*='handler={handler}&']";
    }

    /// <summary>What a field sends as it stands.</summary>
    public static IEnumerable<(string Name, string Value)> Filled(IHtmlElement element) => element switch
    {
        IHtmlInputElement { Name: null or "" } or IHtmlInputElement { Type: "file" } => [],
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
        IHtmlInputElement input => [(input.Name!, input.Value)],
        IHtmlTextAreaElement area => [(area.Name!, area.Value)],
        IHtmlSelectElement select => [(select.Name!, select.Value ?? "")],
        _ => [],
    };

    // From an address of this machine's that is not its usual one.
    private static async ValueTask<Stream> Connect(IPAddress from, DnsEndPoint to, CancellationToken stop)
    {
        var socket = new Socket(from.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(IPAddress.Parse(to.Host), to.Port, stop);
        return new NetworkStream(socket, ownsSocket: true);
    }

    public void Dispose() => _http.Dispose();

    private void Keep(string[] cookie)
    {
        if (cookie[1] == "") _cookies.Remove(cookie[0]);
        else _cookies[cookie[0]] = cookie[1];
    }
}

internal static class Forms
{
    public static IEnumerable<T> QuerySelectorAll<T>(this AngleSharp.Dom.IParentNode node, string selector) => node.QuerySelectorAll(selector).OfType<T>();

    public static T? QuerySelector<T>(this AngleSharp.Dom.IParentNode node, string selector) where T : class => node.QuerySelector(selector) as T;

    /// <summary>The stable code of a refusal.</summary>
    public static async Task<string?> Code(this HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<Dictionary<string, object>>();
        return problem!["code"].ToString();
    }
}
