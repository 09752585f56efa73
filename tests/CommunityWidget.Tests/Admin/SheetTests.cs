using System.Text;
using CommunityWidget.Admin;
using CommunityWidget.Admin.Texts;
using CommunityWidget.Contracts;
using CommunityWidget.People;
using CommunityWidget.Tests.Testing;

namespace CommunityWidget.Tests.Admin;

public sealed class SheetTests(TwoShops shops) : AdminCase(shops), IClassFixture<TwoShops>
{
    private const string List = "/admin/people/list";

    [Theory]
    [InlineData("name,email,roles\nZoé,zoe@people.example,super_user agent\n")]
    [InlineData("\uFEFFnom;courriel;rôles\r\nZoé;Zoe@People.example;super-utilisateur / agent\r\n")]
    [InlineData("sep=;\nemail;name;roles\nzoe@people.example;\"Zoé\";\"Super user, agent\"\n")]
    [InlineData("email\tname\troles\n\n  zoe@people.example \t Zoé\tAGENT super_user\n\t\t\n")]
    public void A_list_is_read_as_spreadsheets_write_it(string text)
    {
        var line = Assert.Single(Read(text).Lines);

        Assert.Empty(line.Faults);
        Assert.Equal(("zoe@people.example", "Zoé"), (line.Request.Email, line.Request.Name));
        Assert.Equal([Roles.Agent, Roles.SuperUser], line.Request.Roles!.Order());
    }

    [Fact]
    public void A_file_may_be_of_any_usual_encoding()
    {
        const string text = "name;email\nZoé d’Été;zoe@people.example\n";
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
        ];
        Assert.All(files, file => Assert.Equal("Zoé d’Été", Read(Sheet.Decode(file)).Lines[0].Request.Name));
    }

    [Theory]
    [InlineData(",zoe@people.example,,,", "The name is missing.")]
    [InlineData("Zoé,nobody,,,", "“nobody” is no e-mail address.")]
    [InlineData("Zoé,ok@people.example,,,", "The same address as on line 2.")]
    [InlineData("Zoé,zoe@people.example,owner,,", "“owner” is no role.")]
    [InlineData("Zoé,zoe@people.example,,french,", "“french” is no language.")]
    [InlineData("Zoé,zoe@people.example,,,spaceships", "“spaceships” is no topic of this site.")]
    [InlineData("\"Zoé,zoe@people.example,,,", "“” is no e-mail address.")]
    [InlineData("Zoé", "“” is no e-mail address.")]
    public void A_line_that_invites_nobody_says_why_and_the_next_is_read(string bad, string sentence)
    {
        var sheet = Read($"name,email,roles,languages,topics\nOk,ok@people.example,,,\n{bad}\nAlso,also@people.example,,fr en,\n");

        Assert.Equal(2, sheet.Good);
        Assert.Contains(sheet.Lines[1].Faults.Select(AdminTexts.In("en").Sentence), said => said.StartsWith(sentence, StringComparison.Ordinal));
        Assert.Equal((3, bad), (sheet.Lines[1].Number, sheet.Lines[1].Raw));
    }

    [Theory]
    [InlineData("owner", "")]
    [InlineData("owner agent", Roles.Agent)]
    [InlineData("", Roles.SuperUser)]
    [InlineData(" / ", Roles.SuperUser)]
    public void Who_is_given_a_role_that_is_none_is_not_shown_with_another(string written, string roles) =>
        Assert.Equal(roles, string.Join(' ', Read($"name,email,roles\nZoé,zoe@people.example,{written}\n").Lines[0].Request.Roles!));

    [Theory]
    [InlineData("", "sheet_empty"), InlineData("name,email\n", "sheet_empty"), InlineData("who,where\nZoé,there\n", "sheet_no_email")]
    public void A_list_of_nobody_says_what_to_write(string text, string code) => Assert.Equal(code, Assert.Single(Read(text).Faults).Code);

    [Fact]
    public void A_list_has_its_limits()
    {
        var many = "name,email\n" + string.Concat(Enumerable.Range(0, 501).Select(i => $"Zoé,zoe{i}@people.example\n"));
        Assert.Equal((500, "sheet_too_many"), (Read(many).Lines.Count, Read(many).Faults[0].Code));
        Assert.Equal("sheet_too_long", Read(new string('x', Sheet.MostBytes + 1)).Faults[0].Code);
    }

    [Fact]
    public async Task A_line_with_a_name_that_is_nothing_to_be_published_stays_to_be_mended()
    {
        var shown = System.Net.WebUtility.HtmlDecode(await (await Admin.Press(List, "Check", ("text", "name,email\nzoe@home.example,zoe@people.example\n"))).Content.ReadAsStringAsync());
        Assert.Contains("0 of 1 lines can be invited", shown);
        Assert.Contains("Another name is needed", shown);
    }

    [Fact]
    public async Task Nothing_is_sent_before_it_was_shown_and_what_is_wrong_stays_to_be_mended()
    {
        const string text = "name,email,roles\nZoé,zoe@people.example,agent\nLéo,leo@nowhere,\n=cmd,max@people.example,\n";
        var shown = System.Net.WebUtility.HtmlDecode(await (await Admin.Press(List, "Check", ("text", text))).Content.ReadAsStringAsync());
        Assert.Contains("2 of 3 lines can be invited", shown);
        Assert.Contains("“leo@nowhere” is no e-mail address.", shown);
        Assert.Empty(await App.Get<Invitations>().Open(Mine.Id));

        var (_, fields) = await Admin.Form(List, "Check");
        var token = fields.First(f => f.Name == "__RequestVerificationToken").Value;
        var sent = await (await Admin.Send(HttpMethod.Post, $"{List}?handler=Invite", new FormUrlEncodedContent(new Dictionary<string, string> { ["text"] = text, ["__RequestVerificationToken"] = token }))).Content.ReadAsStringAsync();

        Assert.Equal(["max@people.example", "zoe@people.example"], (await App.Get<Invitations>().Open(Mine.Id)).Select(i => i.Email).Order());
        Assert.Contains("/invitation#", sent);
        Assert.Contains(">name,email,roles\nLéo,leo@nowhere,\n</textarea>", System.Net.WebUtility.HtmlDecode(sent).ReplaceLineEndings("\n"));
        Assert.Empty(await App.Get<Invitations>().Open(Theirs.Id));
    }

    [Fact]
    public async Task A_file_is_read_too()
    {
        var token = (await Admin.Form(List, "Check")).Fields.First(f => f.Name == "__RequestVerificationToken").Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        form.Add(new ByteArrayContent(Encoding.Latin1.GetBytes("nom;email\nZoé;zoe@people.example\n")), "file", "people.csv");

        var page = System.Net.WebUtility.HtmlDecode(await (await Admin.Send(HttpMethod.Post, $"{List}?handler=Check", form)).Content.ReadAsStringAsync());

        Assert.Contains("1 of 1 lines can be invited", page);
        Assert.Contains("Zoé;zoe@people.example", page);
    }

    private Sheet Read(string text) => SheetReader.Read(new MemberCaller(Mine, Ada), text, new HashSet<string>(), new HashSet<string>());
}
