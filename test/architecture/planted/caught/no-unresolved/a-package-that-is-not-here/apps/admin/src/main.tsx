import { render } from 'a-package-nobody-installed';

render(<p />);
