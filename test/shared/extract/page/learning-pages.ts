/** The shape of a learning page as its republication prints it, with the faults that has: joined words and lost items of a list. */
export const republished = `Source · IOPC Learning Case

Police response to a domestic incident - Essex Police, September 2020

Essex Police Ref: 2019/127918 Recommended 29 Sep 2020 Response due 24 Nov 2020
Domestic abuse Welfare and vulnerable people

Essex Police received a series of abandoned calls from a woman. The officers asked her questions to establish what had happened …

View on IOPC website ↗

Recommendations

2 total
Recommendation 1

The IOPC recommends that Essex Police should review its training with specific reference to: In this case, no checks were made. Do you accept the recommendation? Yes

Addressed to: Essex Police
Linked bodies: Essex Police, Kent Police
Accepted
Force response

Accepted action: We accept the recommendation in full. The intention is to report progress back to the IOPC in 4-6mths.

Recommendation 2

The IOPC recommends that any new policy should include: a) clear direction once it becomes availableb) instructions about the checks.

Addressed to: Essex Police
Linked bodies: Essex Police
Accepted
Force response

Recommendation accepted: It is our intention to update you with the new policy within 3 months.`;

/** As the IOPC prints one with a single recommendation that has no number. */
export const unnumbered = `Recommendation - Kent Police, May 2015
Published 07 Jan 2018

A man was arrested by Kent Police after a report and was taken to the station, where he stayed for a night.

IOPC reference
2014/012345
Date of recommendation
Tuesday, 19 May, 2015
Date response due
Tuesday, 14 July, 2015
Recommendations
The IPCC recommends that Kent Police looks at its policy.
Two paragraphs belong to it.
Do you accept the recommendation?
No
Not accepted:
The policy was looked at last year.`;

/** The same as the source of a page. */
export const source = `<!doctype html><html><head><title>Kent | IOPC</title>
<link rel="canonical" href="https://www.policeconduct.gov.uk/our-work/learning/kent-may-2015">
<style>.x { color: red }</style><script>document.title = 'no'</script></head>
<body><nav><a href="/">Home</a></nav><main><h1>Recommendation&nbsp;- Kent Police, May 2015</h1>
<p>Published 07 Jan 2018</p><p>A man was arrested by Kent Police after a report and was taken to the station.</p>
<div>IOPC reference</div><div>2014/012345</div><div><a>Custody and detention</a> <a>Surrey Police</a></div>
<h2>Recommendations</h2>
<div>Date of recommendation</div><div>Tuesday, 19 May, 2015</div>
<div>Date response due</div><div>Tuesday, 14 July, 2015</div>
<p>The IPCC recommends that Kent Police does:</p><ul><li>one thing</li><li>another</li></ul>
<div>Do you accept the recommendation?:</div><div>Yes</div><div>Accepted action:</div><p>We will do it within 3 months.</p>
</main><footer>© IOPC</footer></body></html>`;
