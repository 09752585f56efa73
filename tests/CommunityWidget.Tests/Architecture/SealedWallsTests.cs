using System.Text.RegularExpressions;
using CommunityWidget.Hubs;
using Microsoft.AspNetCore.Http;

namespace CommunityWidget.Tests.Architecture;

/// <summary>Ways in that must not exist at all, looked for in the sources.</summary>
public sealed class SealedWallsTests
{
    private static readonly IReadOnlyList<SourceFile> Scripts =
        [.. new[] { ".ts", ".tsx", ".js", ".mjs" }.SelectMany(kind => Repository.Files("widget", kind).Concat(Repository.Files("src", kind))).Where(file => !file.Path.Contains("/test/") && !file.Path.Contains("/dev/") && !file.Path.Contains("node_modules"))];

    private static readonly IReadOnlyList<SourceFile> Product = [.. Repository.Files("src/CommunityWidget", ".cs")];

    [Fact]
    public void Nothing_can_be_uploaded_but_an_admin_s_list_of_invitations_which_is_read_as_text_and_thrown_away()
    {
        var taking = typeof(VisitorHub).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetParameters().Any(p => p.ParameterType.IsAssignableTo(typeof(IFormFile)) || p.ParameterType.IsAssignableTo(typeof(IFormFileCollection))));
        Assert.Equal(["ListModel.OnPostCheck"], taking.Select(method => $"{method.DeclaringType!.Name}.{method.Name}"));
        Assert.DoesNotContain(Product, file => file.Text.Contains("Form.Files", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_guarded_client_fetches_anything() => Assert.Equal(
        ["src/CommunityWidget/Integrations/GuardedClient.cs"],
        Product.Where(file => Regex.IsMatch(file.Text, @"new (HttpClient|SocketsHttpHandler|WebClient)\b|IHttpClientFactory|WebRequest\.", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))).Select(file => file.Path));

    [Fact]
    public void No_script_of_ours_runs_text_or_writes_markup_or_listens_to_other_windows()
    {
        Assert.NotEmpty(Scripts);
        var sinks = new Regex(@"\beval\(|new Function\(|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|\.postMessage\([^)]*""\*""|window\.addEventListener\(""message""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Assert.Equal([], Scripts.Where(file => sinks.IsMatch(file.Text)).Select(file => $"{file.Path}: {sinks.Match(file.Text).Value}"));
    }

    [Fact]
    public void No_statement_is_made_of_what_somebody_typed()
    {
        // What may stand between braces in a statement: names and clauses of ours, never a parameter that came from outside.
        var statement = new Regex("""\$"{1,3}[^"]*?\b(select|insert into|update|delete from)\b[\s\S]*?"{1,3}""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(20));
        var typed = new Regex(@"\{(request|posted|typed|text|body|http|query\.(Actor|Subject)|Request)\b[^}]*\}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        Assert.Equal([], Product.SelectMany(file => statement.Matches(file.Text).Where(sql => typed.IsMatch(sql.Value)).Select(sql => $"{file.Path}: {typed.Match(sql.Value).Value}")));
    }
}
