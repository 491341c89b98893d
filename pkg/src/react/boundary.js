// What a component threw is shown in its place, until the viewer tries again or leaves it.

import { Component, createElement } from "react";
import { Notice } from "./notice.js";

export class PlainlyBoundary extends Component {
  constructor(props) {
    super(props);
    this.state = {};
  }

  static getDerivedStateFromError(error) {
    return { caught: { error: error || {} } }; // whatever it is, it was thrown
  }

  render() {
    const { children, onReset } = this.props;
    const { caught } = this.state;
    if (!caught) return children;
    const reset = () => {
      if (onReset) onReset();
      this.setState({ caught: undefined });
    };
    return createElement(Notice, { error: caught.error, handlers: { retry: reset }, onClose: reset });
  }
}
